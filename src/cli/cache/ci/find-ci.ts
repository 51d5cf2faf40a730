import type { Env } from '../../../go/context.ts';
import { azure } from './azure.ts';
import { buildkite } from './buildkite.ts';
import type { Ci } from './ci-job.ts';
import { circleci } from './circleci.ts';
import { drone } from './drone.ts';
import { forgejo } from './forgejo.ts';
import { gitea } from './gitea.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { jenkins } from './jenkins.ts';
import { woodpecker } from './woodpecker.ts';

/** Gitea's and Forgejo's runners may say that they are GitHub's as well. */
const cis: readonly Ci[] = [gitlab, jenkins, buildkite, circleci, azure, woodpecker, drone, forgejo, gitea, github];

/** null: none that unlatch knows. */
export function findCi(env: Env): Ci | null {
  return cis.find((ci) => ci.isHere(env)) ?? null;
}

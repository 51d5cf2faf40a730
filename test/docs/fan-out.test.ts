/** The two ways to run the lab on many machines: each is what its system takes, and its commands do what they say. */

import { spawnSync } from 'node:child_process';
import { readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { Job } from 'kubernetes-models/batch/v1';
import * as v from 'valibot';
import { beforeEach, describe, expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import type { Report } from '../../src/lab/cell-report.ts';
import { packageRoot } from '../../src/package-root.ts';
import { aScenario, busy, tinyGo } from '../e2e/cli/a-cli.ts';
import { cliForAll, placeForEach } from '../e2e/cli/cli-of-file.ts';
import { missingHost } from '../lab/a-run.ts';

const read = (name: string) => readFile(join(packageRoot(), 'docs/workflows', name), 'utf8');
const jobs = parseAllDocuments(await read('fan-out-job.k8s.yaml')).map((document) => document.toJS() as unknown);

const container = v.object({
  command: v.tuple([v.literal('bash'), v.literal('-euc'), v.string()]),
  env: v.optional(v.array(v.object({ name: v.string(), value: v.string() })), []),
});
const jobSchema = v.object({
  spec: v.object({
    completions: v.optional(v.number()),
    parallelism: v.optional(v.number()),
    template: v.object({ spec: v.object({ containers: v.tuple([container]) }) }),
  }),
});

describe('the Jobs of Kubernetes', () => {
  test("are what Kubernetes' own schema takes", () => {
    expect(jobs).toHaveLength(2);
    for (const job of jobs) new Job(job as ConstructorParameters<typeof Job>[0]).validate();
  });

  test('would not be if a field had another type or were missing', () => {
    const [job] = v.parse(v.tuple([v.looseObject({ spec: v.looseObject({}) }), v.unknown()]), jobs);
    for (const spec of [{ ...job.spec, completions: 'many' }, { completions: 8 }])
      expect(() => new Job({ ...job, spec } as never).validate()).toThrow();
  });

  test('have as many parts as they tell each part', () => {
    const { spec } = v.parse(jobSchema, jobs[0]);
    const shards = spec.template.spec.containers[0].env.find(({ name }) => name === 'SHARDS');
    expect([spec.parallelism, Number(shards?.value)]).toEqual([spec.completions, spec.completions]);
  });
});

test('the workflow has as many parts as it tells each part, numbered from 1', async () => {
  const shape = v.object({
    env: v.object({ SHARDS: v.number() }),
    jobs: v.object({ shard: v.object({ strategy: v.object({ matrix: v.object({ shard: v.array(v.number()) }) }) }) }),
  });
  const { env, jobs: workflow } = v.parse(shape, parse(await read('fan-out.yml')));
  expect(workflow.shard.strategy.matrix.shard).toEqual(Array.from({ length: env.SHARDS }, (_, index) => index + 1));
});

describe.skipIf(missingHost !== null)(`the commands (needs: ${missingHost ?? 'nothing more'})`, () => {
  const cli = cliForAll();
  const place = placeForEach(cli);
  beforeEach(async () => {
    await symlink(cli.root, join(place.path, 'unlatch'));
    for (const name of ['a.ts', 'b.ts', 'c.ts']) await place.write(name, aScenario(busy));
    await place.write('odd.ts', aScenario('true'));
  });

  /** As the step or the container runs it, but for the scenarios. */
  const shell = (script: string, env: Readonly<Record<string, string>>) =>
    spawnSync('bash', ['-euc', script], {
      cwd: place.path,
      encoding: 'utf8',
      // bash takes a socket for a login from afar, and reads its settings.
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env['PATH'],
        HOME: place.path,
        TMPDIR: place.tmp,
        UNLATCH_HOME: place.store,
        GOPROXY: 'off',
        LAB: `a.ts b.ts c.ts odd.ts --runtime host --go ${tinyGo}`,
        ...env,
      },
    });
  const joined = async (file: string) => JSON.parse(await readFile(join(place.path, file), 'utf8')) as Report;

  test('of the workflow run every cell once, and end with the status of a whole run', async () => {
    const step = v.object({ run: v.optional(v.string()) });
    const steps = v.object({ steps: v.array(step) });
    const { jobs: workflow } = v.parse(
      v.object({ jobs: v.object({ shard: steps, report: steps }) }),
      parse(await read('fan-out.yml')),
    );
    const scriptOf = (job: keyof typeof workflow) => workflow[job].steps.flatMap(({ run }) => run ?? []).join('\n');
    for (const shard of ['1', '2', '3']) shell(scriptOf('shard'), { SHARD: shard, SHARDS: '3' });
    const summary = join(place.path, 'summary.md');
    const { status, stdout, stderr } = shell(scriptOf('report'), { GITHUB_STEP_SUMMARY: summary });
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(stdout).toMatch(/^3 cells as expected, 1 differs, /m);
    expect(stdout).toMatch(/^::error title=unlatch%3A odd::/m);
    expect((await joined('lab.json')).cells.map(({ scenario }) => scenario)).toEqual(['a', 'b', 'c', 'odd']);
    expect(await readFile(summary, 'utf8')).toContain('```mermaid');
  });

  test('of the Jobs do the same, and a part with a verdict that differs is a part that is done', async () => {
    const [lab, report] = jobs.map((job) => v.parse(jobSchema, job).spec.template.spec.containers[0].command[2]);
    for (const index of ['0', '1']) {
      const { status, stderr } = shell(lab ?? '', { JOB_COMPLETION_INDEX: index, SHARDS: '2' });
      expect({ status, stderr }).toMatchObject({ status: 0 });
    }
    expect(shell(report ?? '', {})).toMatchObject({ status: 1, stderr: '' });
    expect((await joined('joined/lab.json')).cells.map(({ scenario }) => scenario)).toEqual(['a', 'b', 'c', 'odd']);
  });
});

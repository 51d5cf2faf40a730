import type { SaveContext } from '../../../cache/save-policy.ts';
import type { Env } from '../../../go/context.ts';

/** What a CI says about the job that runs. '': it does not say. */
export interface CiJob {
  /** Sets a job's archives apart from those of others; the same in each run. */
  readonly job: string;
  readonly workflow: string;
  /** '' for a tag, and in most CIs for a pull request. */
  readonly branch: string;
  readonly defaultBranch: string;
  readonly isTag: boolean;
  readonly pullRequest: PullRequest | null;
  readonly status: SaveContext['jobStatus'];
  /** Where a person can look at it. */
  readonly url: string;
  /** The name of the event where it is one of the Actions; else '': a push or a pull request. */
  readonly event: string;
}

export interface PullRequest {
  /** "17" */
  readonly id: string;
  readonly target: string;
  /** null: the CI does not say, so that it may be a stranger's. */
  readonly isFork: boolean | null;
}

/** One CI. Each file of this folder has one; find-ci.ts lists them. */
export interface Ci {
  readonly name: string;
  readonly isHere: (env: Env) => boolean;
  readonly read: (env: Env) => CiJob | Promise<CiJob>;
}

/** The job of a CI that says nothing: a row of the table names what it does say. */
export const silentJob: CiJob = {
  job: '',
  workflow: '',
  branch: '',
  defaultBranch: '',
  isTag: false,
  pullRequest: null,
  status: 'success',
  url: '',
  event: '',
};

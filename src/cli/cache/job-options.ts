import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import type { SaveContext } from '../../cache/save-policy.ts';
import type { PoolAccess } from '../../cache/store/pool/pool-store.ts';
import { UserError } from '../../errors.ts';
import type { Env } from '../../go/context.ts';
import { storeDir } from '../../go/store/store.ts';
import { isFolder } from '../../is-folder.ts';
import { type CiJob, silentJob } from './ci/ci-job.ts';
import { findCi } from './ci/find-ci.ts';

export interface JobOptions {
  readonly store?: string;
  readonly job?: string;
  readonly branch?: string;
  readonly defaultBranch?: string;
  readonly pullRequest?: string;
  readonly targetBranch?: string;
  readonly trust: string;
  readonly workspace: string;
  readonly state?: string;
  readonly strict?: true;
  readonly json?: true;
}

/** Which caches, and how: `save` repeats what was asked of `restore`. None is optional, so that none is forgotten on the way. */
export interface AskedCaches {
  readonly modules: string;
  readonly build: boolean;
  readonly lint: true | undefined;
  readonly gopls: true | undefined;
  readonly keySuffix: string | undefined;
  readonly go: string;
}

export interface RestoreOptions extends JobOptions, AskedCaches {}

/** The job, by the options and by what the CI says. */
export interface Job {
  readonly store: string;
  /** Absolute. */
  readonly workspace: string;
  readonly stateFolder: string;
  /** "gitlab"; '': no CI that unlatch knows. */
  readonly ci: string;
  readonly job: string;
  readonly workflow: string;
  readonly status: SaveContext['jobStatus'];
  readonly access: PoolAccess;
  /** In the words of the Actions, whose rules these are. */
  readonly context: Omit<SaveContext, 'save' | 'jobStatus'>;
}

/** @throws UserError that names the option. */
export async function readJob(options: JobOptions, env: Env): Promise<Job> {
  const ci = findCi(env);
  const said = ci === null ? silentJob : await ci.read(env);
  const job = options.job ?? said.job;
  if (job === '') throw new UserError('no CI says which job this is; name it with --job');
  const workspace = resolve(options.workspace);
  if (!isFolder(workspace)) throw new UserError(`--workspace ${workspace}: no such folder`);
  const source = sourceOf(options, said);
  const { branch, defaultBranch, pullRequest, isTag } = source;
  const own = pullRequest !== null ? `pulls/${pullRequest.id}` : branch === '' || isTag ? null : `heads/${branch}`;
  const isStranger = options.trust === 'stranger' || (options.trust === 'auto' && pullRequest?.isFork === true);
  const scopes = [own, scopeOf(pullRequest?.target ?? ''), scopeOf(defaultBranch)].filter((scope) => scope !== null);
  if (scopes.length === 0) {
    throw new UserError('no CI says which branch this is; name it with --branch, or at least --default-branch');
  }
  return {
    store: storeOf(options, env),
    workspace,
    stateFolder: resolve(options.state ?? join(storeDir(env), 'cache', digestOf(workspace))),
    ci: ci?.name ?? '',
    job,
    workflow: said.workflow,
    status: said.status,
    access: {
      readScopes: [...new Set(scopes)],
      writeScope: isStranger ? null : own,
      by: { ci: ci?.name ?? '', job, url: said.url },
    },
    context: contextOf(source, options.trust, said.event),
  };
}

/** @throws UserError when neither says where. */
export function storeOf({ store }: { readonly store?: string }, env: Env): string {
  const address = store ?? env['UNLATCH_CACHE_STORE'] ?? '';
  if (address === '')
    throw new UserError(
      'where the caches are is unknown; name a folder or s3://BUCKET/PREFIX with --store or UNLATCH_CACHE_STORE',
    );
  return address;
}

type Source = Pick<CiJob, 'branch' | 'defaultBranch' | 'pullRequest' | 'isTag'>;

function sourceOf({ branch, defaultBranch, pullRequest, targetBranch }: JobOptions, said: CiJob): Source {
  if (pullRequest !== undefined && !/^[\w.-]{1,100}$/.test(pullRequest)) {
    throw new UserError(`--pull-request ${JSON.stringify(pullRequest)}: expected its number`);
  }
  const from = said.pullRequest;
  const named =
    pullRequest === undefined
      ? // Who names a branch means no pull request.
        branch === undefined
        ? from
        : null
      : { id: pullRequest, target: '', isFork: from?.id === pullRequest ? from.isFork : null };
  return {
    branch: branch ?? said.branch,
    defaultBranch: defaultBranch ?? said.defaultBranch,
    pullRequest: named === null ? null : { ...named, target: targetBranch ?? (named.target || (from?.target ?? '')) },
    isTag: branch === undefined && said.isTag,
  };
}

function contextOf(
  { branch, defaultBranch, pullRequest, isTag }: Source,
  trust: string,
  event: string,
): Job['context'] {
  if (!['auto', 'own', 'stranger'].includes(trust)) {
    throw new UserError(`--trust ${JSON.stringify(trust)}: expected auto, own or stranger`);
  }
  const own = 'this repository';
  const isOwn = trust === 'own' || (trust === 'auto' && pullRequest?.isFork === false);
  const head = isOwn ? own : trust === 'stranger' || pullRequest?.isFork === true ? 'a stranger' : '';
  return {
    event: pullRequest !== null ? 'pull_request' : trust === 'stranger' ? 'a stranger' : event || 'push',
    ref: pullRequest !== null ? `refs/pull/${pullRequest.id}/merge` : `refs/${isTag ? 'tags' : 'heads'}/${branch}`,
    defaultBranch,
    repository: own,
    headRepository: head,
    action: '',
  };
}

function scopeOf(branch: string): string | null {
  return branch === '' ? null : `heads/${branch}`;
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

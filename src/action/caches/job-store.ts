import { readEvent } from '../../cache/read-event.ts';
import { actionsStore } from '../../cache/store/actions-store.ts';
import { openPool } from '../../cache/store/pool/open-pool.ts';
import { type PoolAccess, poolStore } from '../../cache/store/pool/pool-store.ts';
import type { CacheStore } from '../../cache/store/store.ts';
import type { Env } from '../../go/context.ts';

/**
 * Where this job's archives are: the runner's cache service, or what `cache-store` names.
 *
 * @throws UserError for an address of another form.
 */
export async function jobStore(address: string | null, env: Env): Promise<CacheStore> {
  if (address === null) return actionsStore(env);
  const { signal } = new AbortController();
  const { defaultBranch } = await readEvent(env['GITHUB_EVENT_PATH']);
  return poolStore(await openPool(address, env, signal), accessOf(env, defaultBranch), signal);
}

/** As the cache service of the Actions has it: https://docs.github.com/actions/reference/workflows-and-actions/dependency-caching */
export function accessOf(env: Env, defaultBranch: string): PoolAccess {
  const ref = env['GITHUB_REF'] ?? '';
  const pull = /^refs\/pull\/([\w.-]+)\//.exec(ref)?.[1];
  const heads = (branch = '') => (branch === '' ? null : `heads/${branch}`);
  const own = pull === undefined ? heads(/^refs\/heads\/(.+)$/.exec(ref)?.[1]) : `pulls/${pull}`;
  const scopes = [own, heads(env['GITHUB_BASE_REF']), heads(defaultBranch)].filter((scope) => scope !== null);
  const { GITHUB_SERVER_URL: server = '', GITHUB_REPOSITORY: repository = '', GITHUB_RUN_ID: run = '' } = env;
  return {
    readScopes: [...new Set(scopes)],
    writeScope: own,
    by: { ci: 'github', job: env['GITHUB_JOB'] ?? '', url: `${server}/${repository}/actions/runs/${run}` },
  };
}

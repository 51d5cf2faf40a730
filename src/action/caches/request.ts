/** The request to src/cache. main and post make the same one from the same inputs. */
import { join } from 'node:path';
import type { CacheRequest } from '../../cache/request.ts';
import type { CacheStore } from '../../cache/store/store.ts';
import type { Env } from '../../go/context.ts';
import type { Inputs } from '../inputs.ts';

/** Tells a second setup in the same job when the first one stamped the cache entries. */
export const markVariable = 'UNLATCH_CACHE_MARK_MS';

/** Tells a second setup in the same job which caches the first one keeps in layers. */
export const layeredVariable = 'UNLATCH_LAYERED';

/** The variable by which the end of an earlier setup in the same job, which comes last, learns what a later one has saved. */
export const savedVariable = 'UNLATCH_SAVED_KEYS';

export function savedKeys(env: Env): readonly string[] {
  return (env[savedVariable] ?? '').split(' ').filter((key) => key !== '');
}

export function requestOfInputs(
  inputs: Inputs,
  store: CacheStore,
  go: string,
  workspace: string,
  env: Env,
): CacheRequest {
  const mark = Number(env[markVariable] ?? '');
  return {
    store,
    env,
    go,
    workspace,
    stagingFolder: join(env['RUNNER_TEMP'] || workspace, 'unlatch'),
    modules: inputs.modules === 'false' ? 'off' : inputs.modules,
    build: inputs['build-cache'] ? 'on' : 'off',
    lint: inputs['lint-cache'] ? 'on' : 'off',
    gopls: inputs['gopls-cache'] ? 'on' : 'off',
    workflow: env['GITHUB_WORKFLOW'] ?? '',
    job: env['GITHUB_JOB'] ?? '',
    matrix: matrixOf(inputs.matrix),
    dependencyPaths: inputs['cache-dependency-path'],
    keySuffix: inputs['cache-key-suffix'],
    whenNotEmpty: 'merge',
    mounts: inputs.mount,
    layeredKinds: (env[layeredVariable] ?? '').split(' ').filter((kind) => kind !== ''),
    savedKeys: savedKeys(env),
    markMs: Number.isSafeInteger(mark) && mark > 0 ? mark : null,
  };
}

/**
 * toJSON(matrix) is "null" or "{}" in a job without a matrix. Its line breaks depend on the runner.
 */
function matrixOf(json: string): string {
  if (json === '') return '';
  const matrix: unknown = JSON.parse(json);
  if (matrix === null || typeof matrix !== 'object' || Object.keys(matrix).length === 0) return '';
  return JSON.stringify(matrix);
}

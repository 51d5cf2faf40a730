import { join } from 'node:path';
import type { CacheRequest } from '../../cache/request.ts';
import type { CacheStore } from '../../cache/store/store.ts';
import { UserError } from '../../errors.ts';
import type { AskedCaches, Job } from './job-options.ts';

/** The request to src/cache: restore and save make the same one. @throws UserError that names the option. */
export function requestOfOptions(
  { workspace, stateFolder, job, workflow }: Job,
  { modules, build, lint, gopls, keySuffix = '', go }: AskedCaches,
  store: CacheStore,
  signal: AbortSignal,
): CacheRequest {
  if (!/^[\w.-]{0,64}$/.test(keySuffix)) {
    throw new UserError('--key-suffix: expected at most 64 letters, digits, dots, dashes and underscores');
  }
  if (modules !== 'zips' && modules !== 'trees' && modules !== 'extracted' && modules !== 'off') {
    throw new UserError(`--modules ${JSON.stringify(modules)}: expected zips, trees, extracted or off`);
  }
  return {
    store,
    env: process.env,
    go,
    workspace,
    stagingFolder: join(stateFolder, 'staging'),
    modules,
    build: build ? 'on' : 'off',
    lint: lint === true ? 'on' : 'off',
    gopls: gopls === true ? 'on' : 'off',
    workflow,
    job,
    matrix: '',
    dependencyPaths: [],
    keySuffix,
    whenNotEmpty: 'merge',
    savedKeys: [],
    markMs: null,
    signal,
  };
}

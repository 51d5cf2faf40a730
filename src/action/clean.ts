import { resolve } from 'node:path';
import { EnvironmentError, exitStatus } from '../errors.ts';
import type { Env } from '../go/context.ts';
import type { Inputs } from './inputs.ts';
import { runCli } from './run-cli.ts';

/**
 * mode: clean. Runs `unlatch clean` before the workflow's own cache step packs the folders.
 *
 * @throws EnvironmentError when something is left.
 */
export async function clean(
  { wait, gocache, gomodcache }: Pick<Inputs, 'wait' | 'gocache' | 'gomodcache'>,
  workspace: string,
  env: Env,
): Promise<void> {
  const status = await runCli(
    [
      ...['clean', '--wait', String(wait)],
      ...(gocache === null ? [] : ['--gocache', resolve(workspace, gocache)]),
      ...(gomodcache === null ? [] : ['--gomodcache', resolve(workspace, gomodcache)]),
    ],
    workspace,
    env,
  );
  if (status !== exitStatus.expected) throw new EnvironmentError('the caches are not clean; see the reason above');
}

import { join } from 'node:path';
import * as core from '@actions/core';
import type { RestoredCaches } from '../cache/restored-caches.ts';
import { readProcess } from '../clean/process/processes.ts';
import type { Env, ProvisionContext } from '../go/context.ts';
import { packageRoot } from '../package-root.ts';
import { cachesOnDriveOfWorkspace } from './caches/cache-drive.ts';
import type { Inputs } from './inputs.ts';
import { installGo } from './install/install-go.ts';
import { setCacheOutputs, setOutput } from './outputs.ts';
import { runInStep } from './run-in-step.ts';
import { saveState } from './state.ts';

/**
 * mode: setup. Go, the caches, gopls, in that order: nothing may download or compile before the caches are back.
 *
 * @param env process.env, which @actions/core writes to as well
 * @throws UserError, EnvironmentError when there is no such Go or gopls. A fault of the caches is a warning.
 */
export async function setup(inputs: Inputs, workspace: string, env: Env): Promise<void> {
  // What an earlier step of ours has set is not the job's own word.
  const gotoolchain = env[toolchainVariable] === undefined ? (env['GOTOOLCHAIN'] ?? '') : '';
  if (inputs.toolchain !== 'keep') {
    core.exportVariable('GOTOOLCHAIN', inputs.toolchain);
    core.exportVariable(toolchainVariable, inputs.toolchain);
  }
  const context: ProvisionContext = { env, platform: inputs.architecture };
  let go = await installGo(inputs, workspace, gotoolchain, context);
  if (inputs.cache && inputs['cache-drive'] === 'workspace') {
    const moved = cachesOnDriveOfWorkspace(go, workspace, env);
    if (moved.gocache !== undefined) core.exportVariable('GOCACHE', moved.gocache);
    if (moved.gomodcache !== undefined) core.exportVariable('GOMODCACHE', moved.gomodcache);
    go = { ...go, ...moved };
  }
  setOutput('go-version', go.version);

  let restored: RestoredCaches | null = null;
  if (inputs.cache) {
    // Loaded here: with `cache: false` nothing of it is needed.
    const [{ restore }, { unmatchedPaths }] = await Promise.all([
      import('./restore.ts'),
      import('./caches/unmatched-paths.ts'),
    ]);
    for (const pattern of await unmatchedPaths(workspace, inputs['cache-dependency-path'])) {
      core.warning(`cache-dependency-path: ${pattern} names no file of the workspace, so the keys do not depend on it`);
    }
    restored = await restore(inputs, go.path, workspace, env);
  }
  if (inputs['stable-mtimes']) {
    const { stabilize } = await import('./caches/stabilize.ts');
    await stabilize(workspace, env);
  }
  setCacheOutputs(restored);
  saveState({ go: go.path, goVersion: go.version, restored, startTicks: readProcess(process.pid)?.startTicks ?? null });

  const wanted = inputs['gopls-version'];
  if (wanted !== null) {
    const { installGopls } = await import('./install/install-gopls.ts');
    const { gomodcache, gocache } = go;
    // Kept with the job's caches, the next build of gopls only links.
    const kept = restored !== null && gomodcache !== '' && gocache !== '' && gocache !== 'off';
    const gopls = await core.group('gopls', () =>
      installGopls(wanted, go, kept ? { ...context, buildCaches: { gomodcache, gocache } } : context),
    );
    setOutput('gopls-version', gopls.version);
    setOutput('gopls-path', gopls.path);
  }
  // As actions/setup-go does; a Go that the workspace wants instead must not be fetched for that.
  await runInStep(go.path, ['version'], { cwd: workspace, env: { ...env, GOTOOLCHAIN: 'local' } });
  core.info(`::add-matcher::${join(packageRoot(), 'src', 'action', 'problem-matcher.json')}`);
}

/** By which a second setup in the same job learns that GOTOOLCHAIN is the first one's. */
const toolchainVariable = 'UNLATCH_GOTOOLCHAIN';

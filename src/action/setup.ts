import { join } from 'node:path';
import * as core from '@actions/core';
import type { RestoredCaches } from '../cache/restored-caches.ts';
import type { Env, ProvisionContext } from '../go/context.ts';
import { packageRoot } from '../package-root.ts';
import { readProcess } from '../process/proc/process-table.ts';
import { cachesOnDriveOfWorkspace } from './caches/cache-drive.ts';
import type { Inputs } from './inputs.ts';
import { type InstalledGo, installGo } from './install/install-go.ts';
import { setCacheOutputs, setOutput } from './outputs.ts';
import { runInStep } from './run-in-step.ts';
import { saveStepState } from './state.ts';

/**
 * mode: setup. Installs Go, restores the caches, installs gopls, in that order: nothing may
 * download or compile before the caches are restored.
 *
 * @param env process.env, which @actions/core writes to as well
 * @throws UserError, EnvironmentError when there is no such Go or gopls. A cache fault is only a
 * warning.
 */
export async function setup(inputs: Inputs, workspace: string, env: Env): Promise<void> {
  const context: ProvisionContext = { env, platform: inputs.architecture };
  const gotoolchain = exportToolchain(inputs, env);
  const installed = await installGo(inputs, workspace, gotoolchain, context);
  const go = placeCaches(installed, inputs, workspace, env);
  setOutput('go-version', go.version);

  const restored = inputs.cache ? await restoreCaches(inputs, go, workspace, env) : null;
  if (inputs['stable-mtimes']) {
    const { stabilize } = await import('./caches/stabilize.ts');
    await stabilize(workspace, env);
  }
  setCacheOutputs(restored);
  const startTicks = readProcess(process.pid)?.startTicks ?? null;
  saveStepState({ go: go.path, goVersion: go.version, restored, startTicks });

  const gopls = inputs['gopls-version'];
  if (gopls !== null) await provideGopls(gopls, go, restored !== null, context);

  // As actions/setup-go does. `local`: a go.mod that wants another Go must not cause a download
  // here.
  await runInStep(go.path, ['version'], { cwd: workspace, env: { ...env, GOTOOLCHAIN: 'local' } });
  core.info(`::add-matcher::${join(packageRoot(), 'src', 'action', 'problem-matcher.json')}`);
}

/** Tells a second setup in the same job that GOTOOLCHAIN was set by the first. */
const toolchainVariable = 'UNLATCH_GOTOOLCHAIN';

/** Returns the job's own GOTOOLCHAIN: a value that an earlier unlatch step set is not. */
function exportToolchain(inputs: Inputs, env: Env): string {
  const own = env[toolchainVariable] === undefined ? (env['GOTOOLCHAIN'] ?? '') : '';
  if (inputs.toolchain !== 'keep') {
    core.exportVariable('GOTOOLCHAIN', inputs.toolchain);
    core.exportVariable(toolchainVariable, inputs.toolchain);
  }
  return own;
}

/** Moves the caches to the drive that cache-drive names. */
function placeCaches(go: InstalledGo, inputs: Inputs, workspace: string, env: Env): InstalledGo {
  if (!inputs.cache || inputs['cache-drive'] !== 'workspace') return go;
  const moved = cachesOnDriveOfWorkspace(go, workspace, env);
  if (moved.gocache !== undefined) core.exportVariable('GOCACHE', moved.gocache);
  if (moved.gomodcache !== undefined) core.exportVariable('GOMODCACHE', moved.gomodcache);
  return { ...go, ...moved };
}

async function restoreCaches(
  inputs: Inputs,
  go: InstalledGo,
  workspace: string,
  env: Env,
): Promise<RestoredCaches | null> {
  // Loaded lazily: `cache: false` needs none of it.
  const [{ restore }, { unmatchedPaths }] = await Promise.all([
    import('./restore.ts'),
    import('./caches/unmatched-paths.ts'),
  ]);
  for (const pattern of await unmatchedPaths(workspace, inputs['cache-dependency-path'])) {
    core.warning(`cache-dependency-path: ${pattern} matches no file of the workspace, so it does not affect the keys`);
  }
  return await restore(inputs, go.path, workspace, env);
}

/** @param cached built in the job's caches, gopls only has to be linked in the next job */
async function provideGopls(wanted: string, go: InstalledGo, cached: boolean, context: ProvisionContext) {
  const { installGopls } = await import('./install/install-gopls.ts');
  const { gomodcache, gocache } = go;
  const inCaches = cached && gomodcache !== '' && gocache !== '' && gocache !== 'off';
  const gopls = await core.group('gopls', () =>
    installGopls(wanted, go, inCaches ? { ...context, buildCaches: { gomodcache, gocache } } : context),
  );
  setOutput('gopls-version', gopls.version);
  setOutput('gopls-path', gopls.path);
}

import { tmpdir } from 'node:os';
import * as core from '@actions/core';
import type { RestoredCaches } from '../../cache/restored-caches.ts';
import { type BusyCaches, noneBusy } from '../../cache/save.ts';
import { beforePacking } from '../../clean/before-packing.ts';
import type { Env } from '../../go/context.ts';
import { endTree } from '../../process/end-tree.ts';
import { describeFailure } from '../describe-failure.ts';
import type { StepState } from '../state.ts';
import { jobDaemons } from './job-daemons.ts';

/**
 * Ends the gopls daemons that the job left behind, and prepares the caches for packing. Never throws.
 *
 * @param waitMs for all caches together.
 * @returns for each cache that is still busy, who holds it.
 */
export async function cleanBeforeSave(
  { restored, startTicks }: StepState & { readonly restored: RestoredCaches },
  waitMs: number,
  env: Env,
): Promise<BusyCaches> {
  const uid = process.geteuid?.();
  if (uid === undefined) return noneBusy;
  const startMs = performance.now();
  try {
    if (startTicks !== null) await endDaemons(uid, startTicks, env);
  } catch (error) {
    core.info(`before packing: ${describeFailure(error)}`);
  }
  const { modules, build, lint } = restored;
  const busy = await beforePacking({
    gocache: build.folder || null,
    gomodcache: modules.folder || null,
    isLintPacked: lint.hit !== 'off',
    waitMs: Math.max(0, waitMs - (performance.now() - startMs)),
    env,
    tell: core.info,
  });
  return { ...busy, gopls: null };
}

async function endDaemons(uid: number, startTicks: number, env: Env): Promise<void> {
  const socketFolders = [env['XDG_RUNTIME_DIR'] ?? '', tmpdir()].filter((folder) => folder !== '');
  for (const daemon of jobDaemons({ uid, startTicks, env, socketFolders })) {
    for (const { pid, command } of await endTree(daemon.pid, uid)) {
      core.info(`ended pid ${pid} (${command}): gopls daemon that this job left running`);
    }
  }
}

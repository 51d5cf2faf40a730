import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as core from '@actions/core';
import type { RestoredCaches } from '../../cache/restored-caches.ts';
import { type BusyCaches, idleCaches } from '../../cache/save.ts';
import { type CleanReport, cleanCaches } from '../../clean/clean.ts';
import { endTree } from '../../clean/process/end-tree.ts';
import { awaitNoHolders } from '../../clean/process/holders.ts';
import { jobDaemons } from '../../clean/process/job-daemons.ts';
import { describeProcess } from '../../clean/process/processes.ts';
import type { Env } from '../../go/context.ts';
import { describeFailure } from '../describe-failure.ts';
import type { JobState } from '../state.ts';

/**
 * Makes the caches ready to be packed: ends the gopls daemons that the job has left behind, waits for who holds a lock in
 * one of them, and removes what dead processes left there. Gopls takes no lock in its own cache. Never throws.
 *
 * @param waitMs for all caches together.
 * @returns which of them is still busy, and with whom.
 */
export async function cleanBeforeSave(
  { restored, startTicks }: JobState & { readonly restored: RestoredCaches },
  waitMs: number,
  env: Env,
): Promise<BusyCaches> {
  const uid = process.geteuid?.();
  if (uid === undefined) return idleCaches;
  const deadlineMs = performance.now() + waitMs;
  if (startTicks !== null) await attempt(() => endDaemons(uid, startTicks, env));
  const modules = await attempt(() => holdersOf(restored.modules.folder, deadlineMs));
  const build = await attempt(() => holdersOf(restored.build.folder, deadlineMs));
  const left = await attempt(() => clean(restored, deadlineMs, env));
  const lint = restored.lint.hit === 'off' ? null : await attempt(() => linterIn(deadlineMs, env));
  return { modules: modules ?? left?.modules ?? null, build: build ?? left?.build ?? null, lint, gopls: null };
}

/** null, and a word in the log, when it fails: a cache that is not clean is packed all the same. */
async function attempt<T>(task: () => Promise<T>): Promise<T | null> {
  try {
    return await task();
  } catch (error) {
    core.info(`before packing: ${describeFailure(error)}`);
    return null;
  }
}

async function endDaemons(uid: number, startTicks: number, env: Env): Promise<void> {
  const socketFolders = [env['XDG_RUNTIME_DIR'] ?? '', tmpdir()].filter((folder) => folder !== '');
  for (const daemon of jobDaemons({ uid, startTicks, env, socketFolders })) {
    for (const { pid, command } of await endTree(daemon.pid, uid)) {
      core.info(`ended pid ${pid} (${command}), of a gopls daemon that this job left behind`);
    }
  }
}

/** null: none. */
async function holdersOf(folder: string, deadlineMs: number): Promise<string | null> {
  if (folder === '') return null;
  const holders = await holdersNow(folder, deadlineMs);
  return holders === null ? null : `${folder} is busy: ${holders} holds a lock in it`;
}

/**
 * A golangci-lint that runs holds a lock in the folder for temporary files (pkg/commands/run.go, acquireFileLock), and
 * none in its cache. null: none, or one that was told to take no lock.
 */
async function linterIn(deadlineMs: number, env: Env): Promise<string | null> {
  const lock = join(env['TMPDIR'] || tmpdir(), 'golangci-lint.lock');
  const holders = await holdersNow(lock, deadlineMs);
  return holders === null ? null : `golangci-lint runs: ${holders} holds ${lock}`;
}

/** In words; null: nobody holds a lock there. */
async function holdersNow(root: string, deadlineMs: number): Promise<string | null> {
  const holders = await awaitNoHolders(root, deadlineMs - performance.now());
  const nowMs = Date.now();
  return holders.length === 0 ? null : holders.map((holder) => describeProcess(holder, nowMs)).join('; ');
}

async function clean(
  { modules, build }: RestoredCaches,
  deadlineMs: number,
  env: Env,
): Promise<Pick<BusyCaches, 'modules' | 'build'>> {
  const report = await cleanCaches({
    gocache: build.folder === '' ? null : build.folder,
    gomodcache: modules.folder === '' ? null : modules.folder,
    temporary: [],
    goplsCache: null,
    home: env['HOME'] ?? null,
    dryRun: false,
    waitMs: Math.max(0, deadlineMs - performance.now()),
    end: [],
    env,
  });
  for (const { path, outcome, reason, why } of report.items) {
    core.info(`${path}: ${reason}: ${outcome}${why === null ? '' : `: ${why}`}`);
  }
  return { modules: busyIn(report, 'gomodcache'), build: busyIn(report, 'gocache') };
}

function busyIn({ roots, items }: CleanReport, kind: 'gocache' | 'gomodcache'): string | null {
  const root = roots.find((one) => one.kind === kind)?.path;
  const busy = items.find(
    ({ outcome, path }) => outcome === 'busy' && root !== undefined && path.startsWith(`${root}/`),
  );
  return busy === undefined ? null : `${busy.path} is busy: ${busy.why}`;
}

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
 * Prepares the caches for packing: ends the gopls daemons that the job left behind, waits for lock
 * holders in the caches, and removes what dead processes left there. gopls takes no lock in its own
 * cache. Never throws.
 *
 * @param waitMs for all caches together.
 * @returns for each cache that is still busy, who holds it.
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

/** Logs a failure and returns null: a cache that is not clean is packed anyway. */
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
      core.info(`ended pid ${pid} (${command}): gopls daemon that this job left running`);
    }
  }
}

/** null: nobody holds a lock in the folder. */
async function holdersOf(folder: string, deadlineMs: number): Promise<string | null> {
  if (folder === '') return null;
  const holders = await holdersNow(folder, deadlineMs);
  return holders === null ? null : `${folder} is busy: ${holders} holds a lock in it`;
}

/**
 * A running golangci-lint locks a file in the temporary folder (pkg/commands/run.go,
 * acquireFileLock), and nothing in its cache. null: none runs, or it was told to take no lock.
 */
async function linterIn(deadlineMs: number, env: Env): Promise<string | null> {
  const lock = join(env['TMPDIR'] || tmpdir(), 'golangci-lint.lock');
  const holders = await holdersNow(lock, deadlineMs);
  return holders === null ? null : `golangci-lint is running: ${holders} holds ${lock}`;
}

/** The holders, as text. null: nobody holds a lock there. */
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

import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EnvironmentError, messageOf, UserError } from '../errors.ts';
import type { Env } from '../go/context.ts';
import { describeProcess } from '../process/describe-process.ts';
import { awaitNoHolders } from '../process/proc/flock-holders.ts';
import { type CleanReport, cleanCaches } from './clean.ts';

/** The caches to pack; null: not this one. */
export interface PackingCaches {
  readonly gocache: string | null;
  readonly gomodcache: string | null;
  readonly isLintPacked: boolean;
  /** For all of them together. */
  readonly waitMs: number;
  readonly env: Env;
  readonly tell: (line: string) => void;
  /** Ends the wait, and the clean between two removals. */
  readonly signal?: AbortSignal;
}

/** Who uses each cache that is still busy. */
export interface Busy {
  readonly modules: string | null;
  readonly build: string | null;
  readonly lint: string | null;
}

/**
 * Prepares caches for packing: waits for lock holders in them, and removes what dead processes left there. gopls takes
 * no lock in its own cache. Reports a failure and goes on: a cache with leftovers is packed anyway.
 */
export async function beforePacking(caches: PackingCaches): Promise<Busy> {
  const { gocache, gomodcache, isLintPacked, waitMs, env, signal } = caches;
  const tell = (line: string) => {
    if (!signal?.aborted) caches.tell(line);
  };
  if (process.geteuid === undefined) return { modules: null, build: null, lint: null };
  const deadlineMs = performance.now() + waitMs;
  const modules = await attempt(tell, () => holdersOf(gomodcache, deadlineMs, signal));
  const build = await attempt(tell, () => holdersOf(gocache, deadlineMs, signal));
  const left = await attempt(tell, () => clean(caches, deadlineMs));
  const lint = isLintPacked ? await attempt(tell, () => linterIn(deadlineMs, env, signal)) : null;
  return { modules: modules ?? left?.modules ?? null, build: build ?? left?.build ?? null, lint };
}

async function attempt<T>(tell: (line: string) => void, task: () => Promise<T>): Promise<T | null> {
  try {
    return await task();
  } catch (error) {
    const isExpected = error instanceof UserError || error instanceof EnvironmentError || !(error instanceof Error);
    tell(`before packing: ${isExpected ? messageOf(error) : (error.stack ?? error.message)}`);
    return null;
  }
}

/** null: nobody holds a lock in the folder. */
async function holdersOf(folder: string | null, deadlineMs: number, signal?: AbortSignal): Promise<string | null> {
  if (folder === null) return null;
  const holders = await holdersNow(folder, deadlineMs, signal);
  return holders === null ? null : `${folder} is busy: ${holders} holds a lock in it`;
}

/**
 * A running golangci-lint locks a file in the temporary folder (pkg/commands/run.go,
 * acquireFileLock), and nothing in its cache. null: none runs, or it was told to take no lock.
 */
async function linterIn(deadlineMs: number, env: Env, signal?: AbortSignal): Promise<string | null> {
  const lock = join(env['TMPDIR'] || tmpdir(), 'golangci-lint.lock');
  const holders = await holdersNow(lock, deadlineMs, signal);
  return holders === null ? null : `golangci-lint is running: ${holders} holds ${lock}`;
}

/** The holders, as text. null: nobody holds a lock there. */
async function holdersNow(root: string, deadlineMs: number, signal?: AbortSignal): Promise<string | null> {
  const holders = await awaitNoHolders(root, deadlineMs - performance.now(), signal);
  const nowMs = Date.now();
  return holders.length === 0 ? null : holders.map((holder) => describeProcess(holder, nowMs)).join('; ');
}

async function clean(
  { gocache, gomodcache, env, tell, signal }: PackingCaches,
  deadlineMs: number,
): Promise<{ readonly modules: string | null; readonly build: string | null }> {
  const report = await cleanCaches({
    gocache,
    gomodcache,
    temporary: [],
    goplsCache: null,
    home: env['HOME'] ?? null,
    dryRun: false,
    waitMs: Math.max(0, deadlineMs - performance.now()),
    end: [],
    env,
    ...(signal && { signal }),
  });
  for (const { path, outcome, reason, why } of report.items) {
    tell(`${path}: ${reason}: ${outcome}${why === null ? '' : `: ${why}`}`);
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

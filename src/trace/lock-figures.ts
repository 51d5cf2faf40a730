/** Counts, times and contention of the uses of locks. Times are in milliseconds. */
import type { LockUse } from './lock-use.ts';
import { type Percentiles, percentilesOf } from './percentiles.ts';

/** The part of a use that is counted. */
export interface TimedUse extends Pick<LockUse, 'end' | 'errno' | 'waited'> {
  readonly askedMs: number;
  readonly takenMs: number | null;
  readonly releasedMs: number | null;
}

export interface LockFigures {
  /** Locks granted, and locks still waited for. */
  readonly acquisitions: number;
  /** Acquisitions that had to wait. */
  readonly waited: number;
  /** waited ÷ acquisitions; 0 without acquisitions. */
  readonly contention: number;
  /** Calls with LOCK_NB while another process held the lock. */
  readonly refused: number;
  /** How often flock failed, by errno. */
  readonly failed: Readonly<Record<string, number>>;
  /** A lock still held counts with its time so far. */
  readonly holdMs: Percentiles;
  /** Of the acquisitions that waited; one still waiting counts with its time so far. */
  readonly waitMs: Percentiles;
}

export function figuresOf(uses: readonly TimedUse[], endMs: number): LockFigures {
  const asked = uses.filter(({ end }) => end !== 'refused' && end !== 'failed');
  const waits = asked.filter(({ waited }) => waited);
  const failed: Record<string, number> = {};
  for (const { end, errno } of uses) {
    if (end === 'failed' && errno !== null) failed[errno] = (failed[errno] ?? 0) + 1;
  }
  return {
    acquisitions: asked.length,
    waited: waits.length,
    contention: asked.length === 0 ? 0 : waits.length / asked.length,
    refused: uses.filter(({ end }) => end === 'refused').length,
    failed,
    holdMs: percentilesOf(asked.map((use) => holdOf(use, endMs)).filter((ms) => ms !== null)),
    waitMs: percentilesOf(waits.map((use) => waitOf(use, endMs))),
  };
}

/** How long the caller waited, or has waited so far. */
export function waitOf({ askedMs, takenMs }: TimedUse, endMs: number): number {
  return msOf(1000 * ((takenMs ?? endMs) - askedMs));
}

/** How long the lock was held, or has been held so far; null: never. */
export function holdOf({ takenMs, releasedMs }: TimedUse, endMs: number): number | null {
  return takenMs === null ? null : msOf(1000 * ((releasedMs ?? endMs) - takenMs));
}

/** Milliseconds with three decimals, strace's precision. */
export function msOf(us: number): number {
  return Math.round(us) / 1000;
}

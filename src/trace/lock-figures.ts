/** What the uses of locks come to: how many, how long, how crowded. Times are milliseconds. */
import type { LockUse } from './lock-use.ts';
import { type Percentiles, percentilesOf } from './percentiles.ts';

/** Of a use, what is counted. */
export interface TimedUse extends Pick<LockUse, 'end' | 'errno' | 'waited'> {
  readonly askedMs: number;
  readonly takenMs: number | null;
  readonly releasedMs: number | null;
}

export interface LockFigures {
  /** Locks that were given, and those that are still waited for. */
  readonly acquisitions: number;
  /** Those of them that had to wait. */
  readonly waited: number;
  /** waited ÷ acquisitions; 0 where there are none. */
  readonly contention: number;
  /** LOCK_NB, and it was taken. */
  readonly refused: number;
  /** flock's errors, and how often. */
  readonly failed: Readonly<Record<string, number>>;
  /** A lock that is still held counts with its time so far. */
  readonly holdMs: Percentiles;
  /** Of those that waited; one that still waits counts with its time so far. */
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

/** How long it was, or has been, waited for. */
export function waitOf({ askedMs, takenMs }: TimedUse, endMs: number): number {
  return msOf(1000 * ((takenMs ?? endMs) - askedMs));
}

/** How long it was, or has been, held; null: never. */
export function holdOf({ takenMs, releasedMs }: TimedUse, endMs: number): number | null {
  return takenMs === null ? null : msOf(1000 * ((releasedMs ?? endMs) - takenMs));
}

/** Of microseconds, with three digits: strace has no more. */
export function msOf(us: number): number {
  return Math.round(us) / 1000;
}

/**
 * A trace as data: the shape of `unlatch trace --json` and the source of every rendering. Times are in
 * milliseconds with three decimals, strace's precision.
 */
import { groupBy } from '../group-by.ts';
import { figuresOf, type LockFigures, msOf, type TimedUse, waitOf } from './lock-figures.ts';
import type { LockHolder, LockUse } from './lock-use.ts';
import { lockUses } from './lock-uses.ts';
import type { AtUs, StraceLog } from './strace/strace-log.ts';

export interface LockTrace {
  readonly schema: 1;
  /** When strace wrote its first line, in seconds since 1970. */
  readonly beganAt: number;
  /** From the first line to the last. */
  readonly ms: number;
  /** What the trace lacks, as sentences; empty: it contains every lock request. */
  readonly gaps: readonly string[];
  readonly total: LockFigures;
  /** By file, the longest wait first. */
  readonly locks: readonly FileFigures[];
  /** Files whose exclusive lock two processes held at once. */
  readonly heldTwice: readonly string[];
  /** Ordered by when they were requested. */
  readonly uses: readonly TracedUse[];
  /** How long calls take that wait for nothing: what tracing adds to every time above. */
  readonly delay: { readonly calls: number; readonly p50Ms: number; readonly maxMs: number };
}

export interface FileFigures extends LockFigures {
  readonly file: string;
  readonly longestWait: TracedUse | null;
}

/** Times are since the trace began. */
export interface TracedUse extends LockHolder, TimedUse {
  readonly file: string;
  readonly mode: LockUse['mode'];
  readonly heldBy: readonly (LockHolder & { readonly ms: number })[];
  readonly perhapsKeptBy: readonly LockHolder[];
}

/** @param untilUs the end of the trace; null: its last line. */
export function lockTrace(logs: readonly StraceLog[], untilUs: AtUs | null): LockTrace {
  const times = logs.flatMap(({ beganUs, endedUs }) => [beganUs, endedUs]).filter((us) => us !== null);
  const beganUs = Math.min(...(times.length === 0 ? [0] : times));
  const endedUs = Math.max(untilUs ?? 0, ...times);
  const { uses, heldTwice, gaps } = lockUses(logs, endedUs);
  const traced = uses.map((use) => sinceUs(use, beganUs));
  const endMs = msOf(endedUs - beganUs);
  const locks = [...groupBy(traced, ({ file }) => file)]
    .map(([file, ofFile]): FileFigures => {
      const waits = ofFile.filter(({ waited }) => waited);
      const longestWait = waits.reduce<TracedUse | null>(
        (longest, use) => (longest === null || waitOf(use, endMs) > waitOf(longest, endMs) ? use : longest),
        null,
      );
      return { file, ...figuresOf(ofFile, endMs), longestWait };
    })
    .sort((a, b) => (b.waitMs.max ?? -1) - (a.waitMs.max ?? -1) || (b.holdMs.max ?? -1) - (a.holdMs.max ?? -1));
  const delays = logs.map(({ delay }) => delay);
  return {
    schema: 1,
    beganAt: beganUs / 1e6,
    ms: endMs,
    gaps: [...new Set([...logs.flatMap((log) => log.gaps), ...gaps])],
    total: figuresOf(traced, endMs),
    locks,
    heldTwice,
    uses: traced,
    delay: {
      calls: delays.reduce((sum, { calls }) => sum + calls, 0),
      p50Ms: msOf(Math.max(0, ...delays.map(({ p50Us }) => p50Us))),
      maxMs: msOf(Math.max(0, ...delays.map(({ maxUs }) => maxUs))),
    },
  };
}

function sinceUs(use: LockUse, beganUs: AtUs): TracedUse {
  const { askedUs, takenUs, releasedUs, heldBy, ...rest } = use;
  const since = (us: AtUs | null) => (us === null ? null : msOf(us - beganUs));
  return {
    ...rest,
    askedMs: msOf(askedUs - beganUs),
    takenMs: since(takenUs),
    releasedMs: since(releasedUs),
    heldBy: heldBy.map(({ us, ...holder }) => ({ ...holder, ms: msOf(us) })),
  };
}

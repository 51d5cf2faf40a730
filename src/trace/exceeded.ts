/** Compares a trace with limits. */
import { lockName } from '../go/lock-name.ts';
import type { LockTrace } from './lock-trace.ts';

export interface TraceLimits {
  /** For the 95th percentile of each lock file's hold times; null: no limit. */
  readonly holdMs: number | null;
  /** For waiting ÷ all acquisitions, over all lock files; null: no limit. */
  readonly contention: number | null;
}

/** Says which limits are exceeded, the worst first; empty: none. */
export function exceeded({ locks, total }: LockTrace, { holdMs, contention }: TraceLimits): readonly string[] {
  const long =
    holdMs === null
      ? []
      : locks
          .filter(({ holdMs: { p95 } }) => p95 !== null && p95 > holdMs)
          .sort((a, b) => (b.holdMs.p95 ?? 0) - (a.holdMs.p95 ?? 0))
          .map(
            ({ file, holdMs: { p95 } }) => `${lockName(file)} was held for ${p95} ms (p95; the limit is ${holdMs} ms)`,
          );
  const crowded =
    contention === null || total.contention <= contention
      ? []
      : [
          `${total.waited} of ${total.acquisitions} acquisitions waited: ${total.contention.toFixed(2)} (the limit is ${contention})`,
        ];
  return [...long, ...crowded];
}

import { lockName } from '../../go/lock-name.ts';
import { groupBy } from '../../group-by.ts';
import { figuresOf } from '../../trace/lock-figures.ts';
import { absent, type Checker, present, unknown } from './finding.ts';
import { foreground, otherFailure, workerName } from './workers.ts';

/** Limits for a lock file; those of folk advice are 50 ms and 0.3. */
export interface LockLimits {
  /** Limit of the 95th percentile of a lock file's hold times. */
  readonly holdMs: number;
  /** Limit of waiting ÷ all acquisitions of a lock file. */
  readonly contention: number;
}

/**
 * For scenarios with `trace: true`: present if a lock file exceeds a limit, absent if all keep both limits.
 * @param files which lock files count.
 * @param ends 'well': every worker must succeed; otherwise the message that every worker must fail with.
 */
export function exceedsLockLimits(limits: LockLimits, files: RegExp, ends: 'well' | RegExp): Checker {
  return (history) => {
    const { locks } = history;
    if (locks === null) return unknown('the workers were not traced');
    const others = foreground(history).filter(({ code, stderr }) =>
      ends === 'well' ? code !== 0 : code === 0 || !ends.test(stderr),
    );
    const [other] = others;
    if (other?.code === 0) return unknown(`${workerName(other)} succeeded`);
    if (other !== undefined) return unknown(otherFailure([other]));
    if (locks.gaps.length > 0) return unknown(`the trace has gaps: ${locks.gaps.join('; ')}`);
    const figures = [...groupBy(locks.uses, ({ file }) => file)]
      .filter(([file]) => files.test(file))
      .map(([file, uses]) => {
        const { holdMs, waited, acquisitions, contention } = figuresOf(uses, locks.endMs);
        return { file, holdMs: Math.round(holdMs.p95 ?? 0), waited, acquisitions, contention };
      });
    const measured = ({ file, holdMs, waited, acquisitions }: (typeof figures)[number]) =>
      `${lockName(file)} is held for ${holdMs} ms (p95), ${waited} of ${acquisitions} waited`;
    const beyond = figures.find(({ holdMs, contention }) => holdMs > limits.holdMs || contention > limits.contention);
    if (beyond !== undefined) return present(measured(beyond));
    return absent(figures.length === 0 ? 'no process asked for these locks' : figures.map(measured).join('; '));
  };
}

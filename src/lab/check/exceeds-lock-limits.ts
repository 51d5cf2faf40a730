import { lockName } from '../../go/lock-name.ts';
import { groupBy } from '../../group-by.ts';
import { figuresOf } from '../../trace/lock-figures.ts';
import { absent, type Checker, present, unknown } from './finding.ts';
import { foreground, nameOf, otherFailure } from './workers.ts';

/** What a lock file may measure; the limits that folk advice gives are 50 ms and 0.3. */
export interface LockLimits {
  /** For the 95th percentile of the hold times of one lock file. */
  readonly holdMs: number;
  /** For waiting ÷ all acquisitions of one lock file. */
  readonly contention: number;
}

/**
 * Of a scenario with `trace: true`: present when a lock file exceeds one of the limits, absent when each of them keeps both.
 * @param files which lock files are looked at.
 * @param ends 'well': every worker must have ended well; else the message with which every one must have failed.
 */
export function exceedsLockLimits(limits: LockLimits, files: RegExp, ends: 'well' | RegExp): Checker {
  return (history) => {
    const { locks } = history;
    if (locks === null) return unknown('the workers were not traced');
    const others = foreground(history).filter(({ code, stderr }) =>
      ends === 'well' ? code !== 0 : code === 0 || !ends.test(stderr),
    );
    const [other] = others;
    if (other?.code === 0) return unknown(`${nameOf(other)} ended well`);
    if (other !== undefined) return unknown(otherFailure([other]));
    if (locks.gaps.length > 0) return unknown(`the trace is not whole: ${locks.gaps.join('; ')}`);
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
    return absent(figures.length === 0 ? 'none of these locks was asked for' : figures.map(measured).join('; '));
  };
}

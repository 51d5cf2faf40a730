import { asCommand } from './as-command.ts';
import { absent, type Checker, present, unknown } from './finding.ts';
import { probeOf } from './probe-of.ts';
import { foreground, otherFailure, workerName } from './workers.ts';

/**
 * Present if a worker has not ended and the probe finds it waiting in flock(2); absent if every worker succeeds.
 * @param probe the name of a probe that runs `waiting_pids WORKER` or `lock_waiters FILE`.
 */
export function waitsForLock(probe: string): Checker {
  return asCommand(['waits_for_lock', probe], (history) => {
    const left = foreground(history).filter((worker) => worker.code !== 0);
    if (left.length === 0) return absent('every worker succeeded');
    const waiters = probeOf(history, probe);
    const stuck = left.find((worker) => worker.ended === 'killed');
    if (stuck !== undefined && waiters.code === 0) {
      return present(`${workerName(stuck)} waits for the lock (pid ${waiters.stdout.trim().replace(/\s+/g, ', ')})`);
    }
    return unknown(otherFailure(left));
  });
}

import { asCommand, perl } from './as-command.ts';
import { absent, type Checker, present, unknown } from './finding.ts';
import { lineAround } from './lines.ts';
import { foreground, otherFailure, workerName } from './workers.ts';

/** Present if a worker fails with this message; absent if every worker succeeds. */
export function failsWith(message: RegExp): Checker {
  return asCommand(['fails_with', perl(message)], (history) => {
    const failed = foreground(history).filter((worker) => worker.code !== 0);
    for (const worker of failed) {
      const match = message.exec(worker.stderr) ?? message.exec(worker.stdout);
      if (match !== null) return present(`${workerName(worker)}: ${lineAround(match)}`);
    }
    return failed.length === 0 ? absent('every worker succeeded') : unknown(otherFailure(failed));
  });
}

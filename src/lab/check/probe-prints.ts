import { absent, type Checker, present, unknown } from './finding.ts';
import { firstLine, lineAround } from './lines.ts';
import { probeOf } from './probe-of.ts';
import { foreground, otherFailure } from './workers.ts';

/** Present when the probe prints this; absent when it does not, and it and every worker ended well. */
export function probePrints(probe: string, text: RegExp): Checker {
  return (history) => {
    const result = probeOf(history, probe);
    const match = text.exec(result.stdout);
    if (match !== null) return present(`${probe}: ${lineAround(match)}`);
    if (result.code !== 0) return unknown(`the probe ${probe} ended with ${result.code}: ${firstLine(result.stdout)}`);
    const failed = foreground(history).filter((worker) => worker.code !== 0);
    return failed.length === 0 ? absent(`${probe}: ${firstLine(result.stdout)}`) : unknown(otherFailure(failed));
  };
}

import { asCommand, perl } from './as-command.ts';
import { absent, type Checker, present, unknown } from './finding.ts';
import { firstLine, lineAround } from './lines.ts';
import { probeOf } from './probe-of.ts';
import { foreground, otherFailure } from './workers.ts';

/** Present if the probe prints this; absent if it does not, and it and every worker succeeded. */
export function probePrints(probe: string, text: RegExp): Checker {
  return asCommand(['probe_prints', probe, perl(text)], (history) => {
    const result = probeOf(history, probe);
    const match = text.exec(result.stdout);
    if (match !== null) return present(`${probe}: ${lineAround(match)}`);
    if (result.code !== 0) return unknown(`the probe ${probe} exited with ${result.code}: ${firstLine(result.stdout)}`);
    const failed = foreground(history).filter((worker) => worker.code !== 0);
    return failed.length === 0 ? absent(`${probe}: ${firstLine(result.stdout)}`) : unknown(otherFailure(failed));
  });
}

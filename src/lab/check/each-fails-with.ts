import { asCommand, perl } from './as-command.ts';
import { absent, type Checker, present, unknown } from './finding.ts';
import { lineAround } from './lines.ts';
import { sessionOf } from './session-of.ts';
import { otherFailure, workerName } from './workers.ts';

/**
 * Present if each of these workers fails with its message, or its editor reports that message; absent if all
 * of them succeed.
 */
export function eachFailsWith(messages: Readonly<Record<string, RegExp>>): Checker {
  const command = Object.entries(messages).flatMap(([name, message]) => [name, perl(message)]);
  return asCommand(['each_fails_with', ...command], (history) => {
    const own = history.workers.filter((worker) => messages[worker.name] !== undefined);
    const failed = own.filter((worker) => worker.code !== 0);
    if (failed.length === 0) return absent('every worker succeeded');
    const matches = failed.map((worker) => {
      const message = messages[worker.name];
      return message?.exec(worker.stderr) ?? message?.exec(sessionOf(worker)?.why ?? '') ?? null;
    });
    const other = failed.find((_, index) => matches[index] === null);
    if (other !== undefined) return unknown(otherFailure([other]));
    const well = own.find((worker) => worker.code === 0);
    if (well !== undefined)
      return unknown(`${workerName(well)} succeeded, but ${failed.map(workerName).join(', ')} failed`);
    const [first] = matches;
    return present(`all ${failed.length} failed, ${first ? lineAround(first) : ''}`);
  });
}

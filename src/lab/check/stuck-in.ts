import type { Phase } from '../../lsp/phase.ts';
import type { SessionReport } from '../../lsp/session.ts';
import { absent, type Checker, present, unknown } from './finding.ts';
import { lineAround } from './lines.ts';
import { sessionOf } from './session-of.ts';
import { foreground, otherFailure } from './workers.ts';

/**
 * For workers that run `editor`: present if one of them is stuck in this phase, absent if all completed.
 * @param why the reason that the editor must report (default: the phase timed out).
 */
export function stuckIn(phase: Phase, why = /no answer within/): Checker {
  return (history) => {
    const sessions = foreground(history).flatMap((worker) => sessionOf(worker) ?? []);
    if (sessions.length === 0) return unknown('no editor left a report');
    for (const session of sessions) {
      const match = session.stuck === phase ? why.exec(session.why ?? '') : null;
      if (match !== null) return present(`${session.worker} is stuck in "${phase}": ${lineAround(match)}`);
    }
    const other = sessions.find((session) => session.stuck !== null);
    if (other !== undefined)
      return unknown(`${other.worker} is stuck in another phase, "${other.stuck}": ${other.why}`);
    const failed = foreground(history).filter((worker) => worker.code !== 0);
    if (failed.length > 0) return unknown(otherFailure(failed));
    return absent(sessions.map((session) => `${session.worker} ${timesOf(session.phases)}`).join('; '));
  };
}

function timesOf(phases: SessionReport['phases']): string {
  return Object.entries(phases)
    .map(([phase, ms]) => `${phase} ${ms} ms`)
    .join(', ');
}

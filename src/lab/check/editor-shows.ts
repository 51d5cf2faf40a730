import { absent, type Checker, present, unknown } from './finding.ts';
import { firstLine, lineAround } from './lines.ts';
import { sessionOf } from './session-of.ts';
import { foreground, otherFailure } from './workers.ts';

/**
 * For workers that run `editor`: present if gopls says this in its log, messages or diagnostics; absent if every
 * session completed without it. A load that failed with another error is unknown.
 */
export function editorShows(message: RegExp): Checker {
  return (history) => {
    const sessions = foreground(history).flatMap((worker) => sessionOf(worker) ?? []);
    for (const session of sessions) {
      const match = [...session.diagnostics, ...session.said, session.why ?? '', session.stderr]
        .map((text) => message.exec(text))
        .find((found) => found !== null);
      if (match != null) return present(`${session.worker}: ${lineAround(match)}`);
    }
    const left = foreground(history).filter((worker) => worker.code !== 0);
    if (sessions.length === 0 || left.length > 0) return unknown(otherFailure(left));
    for (const session of sessions) {
      const error = session.said.find((text) =>
        /^progress end: Error loading|initial workspace load failed/.test(text),
      );
      if (error !== undefined) return unknown(`${session.worker} loaded nothing: ${firstLine(error)}`);
    }
    return absent('every session completed');
  };
}

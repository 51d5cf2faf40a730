/**
 * Checkers: pure functions that look in a History for one named symptom.
 *
 * Law: "some worker failed" is never the symptom. A failure of any other kind is `unknown`, so that a mistake of the
 * harness cannot pass for a reproduction.
 */
import type { Phase } from '../lsp/phase.ts';
import type { SessionReport } from '../lsp/session.ts';
import type { History, ProbeResult, WorkerResult } from './history.ts';

export interface Finding {
  readonly state: 'present' | 'absent' | 'unknown';
  /** One line: what was seen, and where. */
  readonly why: string;
}

export type Checker = (history: History) => Finding;

/** Present when a worker fails with this message; absent when every worker ends well. */
export function failsWith(message: RegExp): Checker {
  return (history) => {
    const failed = foreground(history).filter((worker) => worker.code !== 0);
    for (const worker of failed) {
      const match = message.exec(worker.stderr) ?? message.exec(worker.stdout);
      if (match !== null) return present(`${nameOf(worker)}: ${lineAround(match)}`);
    }
    return failed.length === 0 ? absent('every worker ended well') : unknown(otherFailure(failed));
  };
}

/** Present when each of these workers fails with the message that stands beside its name; absent when every one ends well. */
export function eachFailsWith(messages: Readonly<Record<string, RegExp>>): Checker {
  return (history) => {
    const own = history.workers.filter((worker) => messages[worker.name] !== undefined);
    const failed = own.filter((worker) => worker.code !== 0);
    if (failed.length === 0) return absent('every worker ended well');
    const matches = failed.map((worker) => messages[worker.name]?.exec(worker.stderr) ?? null);
    const other = failed.find((_, index) => matches[index] === null);
    if (other !== undefined) return unknown(otherFailure([other]));
    const well = own.find((worker) => worker.code === 0);
    if (well !== undefined) return unknown(`${nameOf(well)} ended well, while ${failed.map(nameOf).join(', ')} failed`);
    const [first] = matches;
    return present(`all ${failed.length} failed, ${first ? lineAround(first) : ''}`);
  };
}

/** Present when the rescue, which may be given a limit by timeout(1), does not end well; absent when it does. */
export function rescueFails(): Checker {
  return ({ rescue }) => {
    if (rescue === null) return unknown('the symptom never showed, so the rescue was not run');
    if (rescue.code === 0) return absent('the rescue ended well');
    return present(`the rescue ended with ${rescue.code}: ${lastLine(rescue.output)}`);
  };
}

/**
 * Present when a worker has not ended and the probe finds it waiting in flock(2); absent when every worker ends well.
 * @param probe the name of a probe that runs `waits WORKER`.
 */
export function waitsForLock(probe: string): Checker {
  return (history) => {
    const left = foreground(history).filter((worker) => worker.code !== 0);
    if (left.length === 0) return absent('every worker ended well');
    const waiters = probeOf(history, probe);
    const stuck = left.find((worker) => worker.ended === 'killed');
    if (stuck !== undefined && waiters.code === 0) {
      return present(`${nameOf(stuck)} waits for the lock (pid ${waiters.stdout.trim().replace(/\s+/g, ', ')})`);
    }
    return unknown(otherFailure(left));
  };
}

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

/**
 * Of workers that run `editor`: present when one of them is stuck in this phase, absent when each got to its end.
 * @param why what the editor must have said of it (default: that the phase's time passed without an answer).
 */
export function stuckIn(phase: Phase, why = /no answer within/): Checker {
  return (history) => {
    const sessions = foreground(history).flatMap((worker) => sessionOf(worker) ?? []);
    if (sessions.length === 0) return unknown('no editor left a report');
    const found = sessions.find((session) => session.stuck === phase && why.test(session.why ?? ''));
    if (found !== undefined) return present(`${found.worker} is stuck in "${phase}": ${found.why}`);
    const other = sessions.find((session) => session.stuck !== null);
    if (other !== undefined) return unknown(`${other.worker} is stuck elsewhere, in "${other.stuck}": ${other.why}`);
    const failed = foreground(history).filter((worker) => worker.code !== 0);
    if (failed.length > 0) return unknown(otherFailure(failed));
    return absent(sessions.map((session) => `${session.worker} ${timesOf(session.phases)}`).join('; '));
  };
}

/** Of workers that run `editor`: present when gopls says this, in its log, its messages or its diagnostics; absent when every session got to its end without. */
export function editorIsTold(message: RegExp): Checker {
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
    return absent('every session got to its end');
  };
}

interface WorkerSession extends SessionReport {
  readonly worker: string;
}

/** What `editor` printed; null when the worker ran something else, or was ended before it could print. */
function sessionOf(worker: WorkerResult): WorkerSession | null {
  const line = worker.stdout.split('\n').findLast((text) => text.startsWith('{"phases":'));
  return line === undefined ? null : { worker: nameOf(worker), ...(JSON.parse(line) as SessionReport) };
}

function timesOf(phases: SessionReport['phases']): string {
  return Object.entries(phases)
    .map(([phase, ms]) => `${phase} ${ms} ms`)
    .join(', ');
}

/** The first that is present speaks; absent needs all of them absent. */
export function anyOf(...checkers: readonly Checker[]): Checker {
  return (history) => {
    const findings = checkers.map((check) => check(history));
    const deciding = (['present', 'unknown', 'absent'] as const)
      .map((state) => findings.find((finding) => finding.state === state))
      .find((finding) => finding !== undefined);
    return deciding ?? unknown('nothing was looked for');
  };
}

const present = (why: string): Finding => ({ state: 'present', why });
const absent = (why: string): Finding => ({ state: 'absent', why });
const unknown = (why: string): Finding => ({ state: 'unknown', why });

function foreground(history: History): readonly WorkerResult[] {
  return history.workers.filter((worker) => !worker.background);
}

/** @throws RangeError when the scenario has no such probe, which the engine reports as a checker that threw. */
function probeOf(history: History, name: string): ProbeResult {
  const probe = history.probes.find((result) => result.name === name);
  if (probe === undefined) throw new RangeError(`the scenario has no probe ${name}`);
  return probe;
}

function otherFailure(failed: readonly WorkerResult[]): string {
  const [worker] = failed;
  if (worker === undefined) return 'nothing failed';
  if (worker.ended === 'never-started') return `${nameOf(worker)} never started: its condition did not hold in time`;
  if (worker.ended === 'killed') return `${nameOf(worker)} had not ended at the deadline, for another reason`;
  return `${nameOf(worker)} failed otherwise (exit ${worker.code}): ${lastLine(worker.stderr || worker.stdout)}`;
}

function nameOf(worker: WorkerResult): string {
  return `${worker.name}.${worker.copy}`;
}

/** The whole line in which a message was found. */
function lineAround(match: RegExpExecArray): string {
  const start = match.input.lastIndexOf('\n', match.index) + 1;
  const end = match.input.indexOf('\n', match.index);
  return match.input.slice(start, end === -1 ? undefined : end).trim();
}

function firstLine(text: string): string {
  return text.trim().split('\n')[0] ?? '';
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}

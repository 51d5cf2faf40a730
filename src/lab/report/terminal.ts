/** The output of `unlatch run`: messages and progress during the run, the table of verdicts at its end. */
import pico from 'picocolors';
import type { Output, Palette } from '../../terminal/output.ts';
import { plainLine } from '../../terminal/plain-text.ts';
import type { CellReport, Report } from '../cell-report.ts';
import type { History } from '../history/history.ts';
import type { Listener, RunEvent } from '../run-event.ts';
import { liveDisplay, plainDisplay } from './display.ts';
import { type CellOutcome, cellOutcome, claimOutcome, mitigationOutcome } from './outcome.ts';
import { trialLine, trialOutput } from './trial-lines.ts';
import { verdictGrid } from './verdict-grid.ts';
import { claimExpected, claimText, outcomeSign, placeText } from './wording.ts';

type TrialEvent = Extract<RunEvent, { kind: 'trial' }>;

export interface TerminalReporter extends Disposable {
  readonly listen: Listener;
  /** Ends the progress and writes the table of verdicts to stdout. */
  readonly finish: (report: Report) => void;
  /** The same after Ctrl-C, with the cells finished so far. */
  readonly interrupted: () => void;
  /** Only ends the progress and restores the cursor; harmless after the other two. */
  readonly [Symbol.dispose]: () => void;
}

/** Messages and progress go to `stderr`, live on a terminal, else as plain lines; the final table goes to `stdout`. */
export function terminalReporter(options: {
  readonly stdout: Output;
  readonly stderr: Output;
  /** true: a line per trial, with the output of the first with a symptom. false: only unexpected outcomes. */
  readonly verbose: boolean;
  /** A clock in milliseconds. */
  readonly nowMs?: () => number;
}): TerminalReporter {
  const { stdout, stderr, verbose, nowMs = () => performance.now() } = options;
  const palette = pico.createColors(stderr.colour);
  const display = stderr.isTerminal ? liveDisplay(stderr, nowMs) : plainDisplay(stderr.stream, nowMs);
  const done: CellReport[] = [];
  /** Trials of unfinished cells. */
  let waiting: TrialEvent[] = [];
  let planned = 0;
  return {
    listen(event) {
      if (event.kind === 'planned') planned = event.cells;
      if (event.kind === 'cell') done.push(event.report);
      display.follow(event);
      // The bar shows preparations; they leave no line.
      if (event.kind === 'preparing' && stderr.isTerminal) return;
      if (!verbose && event.kind === 'trial') {
        waiting.push(event);
        return;
      }
      if (event.kind === 'cell') {
        const own = waiting.filter(({ history }) => isOf(history, event.report));
        waiting = waiting.filter((other) => !own.includes(other));
        const lines = surpriseLines(event.report, own, palette);
        if (lines.length > 0) display.print(lines.join('\n'));
      }
      const line = eventLine(event, palette);
      if (line !== null) display.print(line);
    },
    finish(report) {
      display.end();
      stdout.stream.write(verdictGrid(report.cells, stdout.columns, pico.createColors(stdout.colour)));
    },
    interrupted() {
      display.end();
      stderr.stream.write(`${interruptedLine(done.length, planned)}\n`);
      if (done.length > 0) {
        stdout.stream.write(verdictGrid(done, stdout.columns, pico.createColors(stdout.colour)));
      }
    },
    [Symbol.dispose]() {
      display.end();
    },
  };
}

/** "interrupted: judged so far: 3 of 12 cells" */
export function interruptedLine(done: number, planned: number): string {
  if (done === 0) return 'interrupted: judged so far: nothing';
  return `interrupted: judged so far: ${done} of ${planned} ${planned === 1 ? 'cell' : 'cells'}`;
}

/** The permanent lines of an event without a final newline; null: it only moves the progress. */
export function eventLine(event: RunEvent, palette: Palette): string | null {
  switch (event.kind) {
    case 'planned':
      return `${count(event.cells, 'cell')}, ${count(event.trials, 'trial')}`;
    case 'preparing':
      return palette.dim(`preparing ${plainLine(event.what)}`);
    case 'fetching':
    case 'trial-started':
      return null;
    case 'trial': {
      const line = trialLine(event, palette);
      return event.showOutput ? `${line}\n${trialOutput(event.history)}` : line;
    }
    case 'dropped':
      return palette.dim(`${count(event.trials, 'trial')} dropped: ${plainLine(event.why)}`);
    case 'cell':
      return cellLine(event.report, palette);
    case 'note':
      return plainLine(event.text);
  }
}

function isOf({ scenario, cell }: History, report: CellReport): boolean {
  return (
    scenario === report.scenario &&
    cell.go === report.go &&
    cell.gopls === report.gopls &&
    cell.runtime === report.runtime
  );
}

/** All trials of each arm with an unexpected verdict, with the output of the first trial of each outcome. */
export function surpriseLines(report: CellReport, trials: readonly TrialEvent[], palette: Palette): readonly string[] {
  const odd = new Set<string | null>([
    ...(isSurprise(claimOutcome(report)) ? [null] : []),
    ...report.mitigations.filter((own) => isSurprise(mitigationOutcome(report, own))).map(({ name }) => name),
  ]);
  const told = new Set<string>();
  return trials
    .filter(({ history }) => odd.has(history.arm))
    .flatMap((event) => {
      const kind = `${event.history.arm}\0${event.finding.state}`;
      const line = trialLine(event, palette);
      if (told.has(kind) && event.finding.state !== 'unknown') return [line];
      told.add(kind);
      return [line, trialOutput(event.history)];
    });
}

function isSurprise(outcome: CellOutcome): boolean {
  return outcome === 'differs' || outcome === 'inconclusive';
}

function cellLine(cell: CellReport, palette: Palette): string {
  const outcome = cellOutcome(cell);
  const verdict = `${claimText(cell)}${claimExpected(cell)}`;
  return palette.bold(`${outcomeSign[outcome]} ${cell.scenario} · ${placeText(cell)}: ${verdict}`);
}

function count(n: number, what: string): string {
  return `${n} ${n === 1 ? what : `${what}s`}`;
}

/** The output of `unlatch run`: messages and progress during the run, what came of it at its end. */
import pico from 'picocolors';
import { type Output, type Palette, textWidth } from '../../terminal/output.ts';
import { plainLine } from '../../terminal/plain-text.ts';
import { wrapText } from '../../terminal/wrap.ts';
import type { CellReport, Report } from '../cell-report.ts';
import type { Listener, PlannedWork, RunEvent } from '../run-event.ts';
import { liveDisplay, plainDisplay } from './display.ts';
import { type CellOutcome, cellOutcome, mitigationOutcome } from './outcome.ts';
import { trialLine, trialOutput } from './trial-lines.ts';
import { verdictsText } from './verdicts-text.ts';
import { claimExpected, claimText, mitigationExpected, mitigationText, outcomeSign, placeText } from './wording.ts';

export interface TerminalReporter extends Disposable {
  readonly listen: Listener;
  /** Ends the progress and writes the summary to stdout. */
  readonly finish: (report: Report) => void;
  /** The same after Ctrl-C, with the cells finished so far. */
  readonly interrupted: () => void;
  /** Only ends the progress and restores the cursor; harmless after the other two. */
  readonly [Symbol.dispose]: () => void;
}

/**
 * Messages and progress go to `stderr`, live on a terminal, else as plain lines; what came of it goes to `stdout`.
 * Quiet, a run tells only what differs from what was expected.
 */
export function terminalReporter(options: {
  readonly stdout: Output;
  readonly stderr: Output;
  /** A line for each trial and each cell, with the output of the first trial with a symptom, and a table at the end. */
  readonly verbose: boolean;
  /** A clock in milliseconds. */
  readonly nowMs?: () => number;
}): TerminalReporter {
  const { stdout, stderr, verbose, nowMs = () => performance.now() } = options;
  const palette = pico.createColors(stderr.colour);
  const display = stderr.isTerminal ? liveDisplay(stderr, nowMs) : plainDisplay(stderr.stream, nowMs);
  const done: CellReport[] = [];
  let planned = 0;
  const tell = (cells: readonly CellReport[]) => stdout.stream.write(verdictsText(cells, stdout, verbose));
  return {
    listen(event) {
      if (event.kind === 'planned') planned = event.cells;
      if (event.kind === 'cell') done.push(event.report);
      display.follow(event);
      // The block shows it.
      if (stderr.isTerminal && (event.kind === 'preparing' || (!verbose && event.kind === 'planned'))) return;
      const text = verbose || isNews(event) ? eventLine(event, palette) : null;
      if (text !== null) display.print(wrapText(text, textWidth(stderr)));
    },
    finish(report) {
      display.end();
      tell(report.cells);
      const surprised = report.cells.some((cell) => isSurprise(cellOutcome(cell)));
      if (surprised && !verbose) stderr.stream.write(`${wrapText(whereToLook, textWidth(stderr))}\n`);
    },
    interrupted() {
      display.end();
      stderr.stream.write(`${interruptedLine(done.length, planned)}\n`);
      if (done.length > 0) tell(done);
    },
    [Symbol.dispose]() {
      display.end();
    },
  };
}

const whereToLook = '--verbose shows what the processes of each trial said; --out DIR keeps it';

/** What a run tells unasked. */
function isNews(event: RunEvent): boolean {
  switch (event.kind) {
    case 'planned':
    case 'preparing':
      return true;
    case 'cell':
      return isSurprise(cellOutcome(event.report));
    case 'note':
      return event.foreseen !== true;
    default:
      return false;
  }
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
      return `${count(event.cells, 'cell')}, ${count(plannedTrials(event.work), 'trial')}`;
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

function isSurprise(outcome: CellOutcome): boolean {
  return outcome === 'differs' || outcome === 'inconclusive';
}

/** The cell's verdict, and of its remedies those that surprise. */
function cellLine(cell: CellReport, palette: Palette): string {
  const outcome = cellOutcome(cell);
  const odd = cell.mitigations
    .filter((own) => isSurprise(mitigationOutcome(cell, own)) && own.verdict !== 'untested')
    .map((own) => `; ${plainLine(own.name)}: ${mitigationText(cell, own)}${mitigationExpected(cell, own)}`);
  const verdict = `${claimText(cell)}${claimExpected(cell)}${odd.join('')}`;
  return palette.bold(`${outcomeSign[outcome]} ${cell.scenario} · ${placeText(cell)}: ${verdict}`);
}

function plannedTrials(work: readonly PlannedWork[]): number {
  return work.reduce((sum, { trials }) => sum + trials, 0);
}

function count(n: number, what: string): string {
  return `${n} ${n === 1 ? what : `${what}s`}`;
}

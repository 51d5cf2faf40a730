/** Renders a trace as text: the figures by lock file, and a timeline of holders and waiters. */

import { lockName } from '../go/lock-name.ts';
import { groupBy } from '../group-by.ts';
import { waitOf } from './lock-figures.ts';
import type { FileFigures, LockTrace, TracedUse } from './lock-trace.ts';
import { clipped, count, doubts, failures, flaws, headText, longestWaits, processName, time } from './trace-words.ts';

/** The part of picocolors that is used; without colours each returns its text. */
export interface Colours {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly green: (text: string) => string;
  readonly yellow: (text: string) => string;
}

const filesListed = 12;
const filesDrawn = 6;
const processesDrawn = 16;

export function drawTrace(trace: LockTrace, columns: number, colours: Colours): string {
  const { locks } = trace;
  return `${[
    colours.bold(headText(trace)),
    ...(locks.length === 0 ? [] : ['', ...table(locks, trace.ms), '', ...timeline(trace, columns, colours)]),
    ...longestWaits(trace).map((line) => colours.yellow(line)),
    ...doubts(trace).slice(0, 8),
    ...failures(trace),
    ...flaws(trace).map((line) => colours.red(line)),
  ].join('\n')}\n`;
}

function table(locks: readonly FileFigures[], endMs: number): readonly string[] {
  const shown = locks.slice(0, filesListed);
  const rows = [
    ['lock', 'taken', 'waited', 'hold p50', 'p95', 'p99', 'longest wait', 'for'],
    ...shown.map(({ file, acquisitions, waited, holdMs, longestWait }) => [
      clipped(lockName(file), 48),
      String(acquisitions),
      String(waited),
      time(holdMs.p50),
      time(holdMs.p95),
      time(holdMs.p99),
      longestWait === null ? '' : time(waitOf(longestWait, endMs)),
      longestWait === null ? '' : holderOf(longestWait),
    ]),
  ];
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, at) =>
        at === 0 || at === row.length - 1 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
  return locks.length > shown.length ? [...lines, `and ${count(locks.length - shown.length, 'file')} more`] : lines;
}

function holderOf({ heldBy: [longest] }: TracedUse): string {
  return longest === undefined ? 'a process outside the trace' : processName(longest);
}

/** '#': holds the lock exclusively; '=': shares it; '.': waits for it. */
function timeline({ locks, uses, ms }: LockTrace, columns: number, colours: Colours): readonly string[] {
  const label = 32;
  const width = Math.max(20, Math.min(columns, 160) - label - 2);
  const column = (at: number) => Math.min(width - 1, Math.floor((at / Math.max(ms, 0.001)) * width));
  const files = locks.slice(0, filesDrawn).flatMap(({ file }) => {
    const rows = [
      ...groupBy(
        uses.filter((use) => use.file === file),
        ({ pid }) => pid,
      ).values(),
    ];
    const lines = rows.slice(0, processesDrawn).map((ofProcess) => {
      const cells = Array.from({ length: width }, () => ' ');
      const fill = (from: number, to: number, mark: string) => {
        for (let at = column(from); at <= column(to); at++) if (mark !== '.' || cells[at] === ' ') cells[at] = mark;
      };
      for (const use of ofProcess) {
        if (use.waited) fill(use.askedMs, use.takenMs ?? ms, '.');
        if (use.takenMs !== null) fill(use.takenMs, use.releasedMs ?? ms, use.mode === 'exclusive' ? '#' : '=');
      }
      const drawn = cells.join('').trimEnd();
      const painted = drawn.replace(/\.+|[#=]+/g, (run) => (run[0] === '.' ? colours.yellow(run) : colours.green(run)));
      const [first] = ofProcess;
      return `  ${clipped(first === undefined ? '' : processName(first), label - 2).padEnd(label - 2)}  ${painted}`;
    });
    const rest = rows.length - lines.length;
    return [
      clipped(lockName(file), columns),
      ...lines,
      ...(rest > 0 ? [`  and ${count(rest, 'process', 'es')} more`] : []),
    ];
  });
  return [colours.dim(`# holds it, = shares it, . waits; one column is ${time(ms / width)}`), ...files, ''];
}

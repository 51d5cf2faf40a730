/** A trace as text: the figures by lock file, and a drawing of who held and who waited, on one line of time. */

import { lockName } from '../go/lock-name.ts';
import { groupBy } from '../group-by.ts';
import { waitOf } from './lock-figures.ts';
import type { FileFigures, LockTrace, TracedUse } from './lock-trace.ts';

/** What paints text, or leaves it alone; of picocolors. */
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
  const { total, locks, gaps, heldTwice } = trace;
  const head =
    total.acquisitions === 0
      ? 'no lock was asked for'
      : `${count(total.acquisitions, 'lock')} taken on ${count(locks.length, 'file')} in ${time(trace.ms)}; ${total.waited} waited (contention ${total.contention.toFixed(2)}); held for ${time(total.holdMs.p50)} (p50), ${time(total.holdMs.p95)} (p95), ${time(total.holdMs.max)} at most`;
  const doubts = [...new Set(trace.uses.flatMap(doubtOf))];
  return `${[
    colours.bold(head),
    ...(locks.length === 0 ? [] : ['', ...table(locks, trace.ms), '', ...timeline(trace, columns, colours)]),
    ...waits(trace).map((line) => colours.yellow(line)),
    ...doubts.slice(0, 8),
    ...failures(locks),
    ...heldTwice.map((file) =>
      colours.red(`${file}: two held it at once: two files by one name, or a filesystem whose locks keep nobody out`),
    ),
    ...(gaps.length === 0
      ? []
      : [colours.red(`the trace is not whole, so that locks may be missing: ${gaps.join('; ')}`)]),
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
  return longest === undefined ? 'somebody outside of the trace' : nameOf(longest);
}

/** '#' holds it alone, '=' shares it, '.' waits. */
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
      return `  ${clipped(first === undefined ? '' : nameOf(first), label - 2).padEnd(label - 2)}  ${painted}`;
    });
    const rest = rows.length - lines.length;
    return [
      clipped(lockName(file), columns),
      ...lines,
      ...(rest > 0 ? [`  and ${count(rest, 'process', 'es')} more`] : []),
    ];
  });
  return [colours.dim(`# holds it, = shares it, . waits; a column is ${time(ms / width)}`), ...files, ''];
}

/** The three longest waits, in words. */
function waits({ uses, ms }: LockTrace): readonly string[] {
  return uses
    .filter(({ waited }) => waited)
    .sort((a, b) => waitOf(b, ms) - waitOf(a, ms))
    .slice(0, 3)
    .map((use) => {
      const holders = use.heldBy.map((holder) => `${nameOf(holder)} for ${time(holder.ms)}`);
      const by =
        holders.length === 0 ? 'somebody outside of the trace; `unlatch doctor` names who' : someOf(holders, 3);
      return `${nameOf(use)} ${use.takenMs === null ? 'waits' : 'waited'} ${time(waitOf(use, ms))} for ${lockName(use.file)}, held by ${by}`;
    });
}

function doubtOf(use: TracedUse): readonly string[] {
  const { end, perhapsKeptBy } = use;
  if (end === 'kept') {
    return [
      `${nameOf(use)} ended with ${lockName(use.file)} held, and a process that it left kept it: ${someOf(perhapsKeptBy.map(nameOf), 3)}`,
    ];
  }
  if (end !== 'process-ended' || perhapsKeptBy.length === 0) return [];
  return [
    `${nameOf(use)} ended with ${lockName(use.file)} held; if ${someOf(perhapsKeptBy.map(nameOf), 3)} inherited it, it was held on`,
  ];
}

function failures(locks: readonly FileFigures[]): readonly string[] {
  return locks.flatMap(({ file, failed }) =>
    Object.entries(failed).map(([errno, times]) => `${lockName(file)}: ${count(times, 'lock')} failed with ${errno}`),
  );
}

function nameOf({ pid, command }: { readonly pid: number; readonly command: string | null }): string {
  return command === null ? `pid ${pid}` : `${pid} ${clipped(command.replace(/^\S*\//, ''), 60)}`;
}

function someOf(names: readonly string[], most: number): string {
  const more = names.length - most;
  return more > 0 ? `${names.slice(0, most).join(', ')} and ${more} more` : names.join(', ');
}

function clipped(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, width - 1)}…`;
}

function count(n: number, what: string, plural = 's'): string {
  return `${n} ${what}${n === 1 ? '' : plural}`;
}

/** Three digits that mean something: "0.042 ms", "3.1 ms", "250 ms", "12.5 s". */
function time(ms: number | null): string {
  if (ms === null) return '-';
  if (ms < 1) return `${ms.toFixed(3)} ms`;
  if (ms < 10) return `${ms.toFixed(1)} ms`;
  if (ms < 10_000) return `${ms.toFixed(0)} ms`;
  return `${(ms / 1000).toFixed(1)} s`;
}

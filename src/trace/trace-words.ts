/** What a trace shows, in sentences: the text and the page tell the same. */
import { lockName } from '../go/lock-name.ts';
import { waitOf } from './lock-figures.ts';
import type { LockTrace, TracedUse } from './lock-trace.ts';

export function headText({ total, locks, ms }: LockTrace): string {
  if (total.acquisitions === 0) return 'no lock was requested';
  return `${count(total.acquisitions, 'lock')} taken on ${count(locks.length, 'file')} in ${time(ms)}; ${total.waited} waited (contention ${total.contention.toFixed(2)}); hold time ${time(total.holdMs.p50)} (p50), ${time(total.holdMs.p95)} (p95), ${time(total.holdMs.max)} (max)`;
}

/** The three longest waits, in words. */
export function longestWaits({ uses, ms }: LockTrace): readonly string[] {
  return uses
    .filter(({ waited }) => waited)
    .sort((a, b) => waitOf(b, ms) - waitOf(a, ms))
    .slice(0, 3)
    .map((use) => {
      const holders = use.heldBy.map((holder) => `${processName(holder)} for ${time(holder.ms)}`);
      const by =
        holders.length === 0
          ? 'a process outside the trace; `unlatch doctor` names it while it lasts'
          : someOf(holders, 3);
      return `${processName(use)} ${use.takenMs === null ? 'waits' : 'waited'} ${time(waitOf(use, ms))} for ${lockName(use.file)}, held by ${by}`;
    });
}

/** Locks that may have outlived their holder. */
export function doubts({ uses }: LockTrace): readonly string[] {
  return [...new Set(uses.flatMap(doubtOf))];
}

function doubtOf(use: TracedUse): readonly string[] {
  const { end, perhapsKeptBy } = use;
  if (end === 'kept') {
    return [
      `${processName(use)} exited holding ${lockName(use.file)}, and a process that it left behind kept the lock: ${someOf(perhapsKeptBy.map(processName), 3)}`,
    ];
  }
  if (end !== 'process-ended' || perhapsKeptBy.length === 0) return [];
  return [
    `${processName(use)} exited holding ${lockName(use.file)}; if ${someOf(perhapsKeptBy.map(processName), 3)} inherited the lock, it stayed held`,
  ];
}

/** The calls of flock that failed. */
export function failures({ locks }: LockTrace): readonly string[] {
  return locks.flatMap(({ file, failed }) =>
    Object.entries(failed).map(
      ([errno, times]) => `${lockName(file)}: ${count(times, 'flock call')} failed with ${errno}`,
    ),
  );
}

/** What makes the rest doubtful. */
export function flaws({ heldTwice, gaps }: LockTrace): readonly string[] {
  return [
    ...heldTwice.map(
      (file) =>
        `${file}: two processes held it at once: either two files had this name, or this filesystem's locks do not work`,
    ),
    ...(gaps.length === 0 ? [] : [`the trace is incomplete, so locks may be missing: ${gaps.join('; ')}`]),
  ];
}

export function processName({ pid, command }: { readonly pid: number; readonly command: string | null }): string {
  return command === null ? `pid ${pid}` : `${pid} ${clipped(command.replace(/^\S*\//, ''), 60)}`;
}

function someOf(names: readonly string[], most: number): string {
  const more = names.length - most;
  return more > 0 ? `${names.slice(0, most).join(', ')} and ${more} more` : names.join(', ');
}

export function clipped(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, width - 1)}…`;
}

export function count(n: number, what: string, plural = 's'): string {
  return `${n} ${what}${n === 1 ? '' : plural}`;
}

/** About three significant digits: "0.042 ms", "3.1 ms", "250 ms", "12.5 s". */
export function time(ms: number | null): string {
  if (ms === null) return '-';
  if (ms < 1) return `${ms.toFixed(3)} ms`;
  if (ms < 10) return `${ms.toFixed(1)} ms`;
  if (ms < 10_000) return `${ms.toFixed(0)} ms`;
  return `${(ms / 1000).toFixed(1)} s`;
}

import type { Process } from './proc/process-table.ts';

/** "pid 411 (go mod download), 12 min old, in container 0123456789ab". */
export function describeProcess(process: Process, nowMs: number): string {
  const seconds = Math.max(0, Math.round((nowMs - process.startedMs) / 1000));
  const age =
    seconds < 120
      ? `${seconds} s`
      : seconds < 7200
        ? `${Math.round(seconds / 60)} min`
        : `${Math.round(seconds / 3600)} h`;
  const inside = process.container === null ? '' : `, in container ${process.container}`;
  return `pid ${process.pid} (${clipCommand(process.command)}), ${age} old${inside}`;
}

/** A command line for a message: one line, at most 80 characters. Some contain a whole program. */
export function clipCommand(command: string): string {
  const line = command.replace(/\s+/g, ' ');
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}

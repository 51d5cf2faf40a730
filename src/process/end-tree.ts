/** Ends one process that the user named by its pid, and all its descendants. */
import { setTimeout as after } from 'node:timers/promises';
import { errnoOf, UserError } from '../errors.ts';
import { clipCommand } from './describe-process.ts';
import { hasProc, isSame, listProcesses, type Process, readProcess } from './proc/process-table.ts';

/** How long a process gets to exit after SIGTERM, before SIGKILL. */
const graceMs = 5000;
const pollMs = 50;

/**
 * Sends SIGTERM to the process and all its descendants, then SIGKILL to those that are left.
 * Signals a process only while it is still the one that was found, since pids are reused.
 * Descendants are ended too because they may have inherited a lock.
 * @returns the processes that were ended; empty if there is no such process.
 * @throws UserError when it is not a go, gopls or git, belongs to another user, or is an ancestor
 * of unlatch.
 */
export async function endTree(pid: number, uid: number): Promise<readonly Process[]> {
  if (!hasProc()) throw new UserError('--end needs /proc, which this system lacks; end the process yourself');
  const target = readProcess(pid);
  if (target === null) return [];
  const named = `pid ${pid} (${clipCommand(target.command)})`;
  if (target.uid !== uid)
    throw new UserError(`--end ${pid}: ${named} belongs to user ${target.uid}, and you are user ${uid}`);
  if (!/^(?:go|gopls|git)(?:[-.\d].*)?$/.test(target.name)) {
    throw new UserError(`--end ${pid}: ${named} is not a go, gopls or git; end it yourself if you mean it`);
  }
  const all = listProcesses();
  if (processTree(target, all).some((process) => process.pid === globalThis.process.pid)) {
    throw new UserError(`--end ${pid}: ${named} started this unlatch`);
  }
  const ended = new Map<string, Process>();
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    const deadlineMs = performance.now() + graceMs;
    for (;;) {
      // Read again each time: a process being ended may start others, and its children get a new
      // parent.
      const known = [target, ...ended.values()].filter(isSame);
      const now = listProcesses();
      const living = unique([...known, ...known.flatMap((process) => processTree(process, now))]).filter(
        (one) => one.uid === uid,
      );
      if (living.length === 0) return [...ended.values()];
      for (const process of living) {
        const fresh = !ended.has(keyOf(process));
        ended.set(keyOf(process), process);
        if (fresh || signal === 'SIGKILL') send(process, signal);
      }
      if (performance.now() > deadlineMs) break;
      await after(pollMs);
    }
  }
  throw new UserError(
    `--end ${pid}: ${named} does not end; it is blocked in the kernel, perhaps by a hanging filesystem`,
  );
}

/** The process and all its descendants. */
export function processTree(process: Process, all: readonly Process[]): readonly Process[] {
  const children = all.filter((one) => one.parent === process.pid);
  return [process, ...children.flatMap((child) => processTree(child, all))];
}

function unique(processes: readonly Process[]): readonly Process[] {
  return [...new Map(processes.map((process) => [keyOf(process), process])).values()];
}

function keyOf({ pid, startTicks }: Process): string {
  return `${pid}:${startTicks}`;
}

function send(to: Process, signal: NodeJS.Signals): void {
  if (!isSame(to)) return;
  try {
    process.kill(to.pid, signal);
  } catch (error) {
    if (errnoOf(error) !== 'ESRCH') throw error;
  }
}

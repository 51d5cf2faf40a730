/** Ends one process that the user named by its id, with all that it started. */
import { setTimeout as after } from 'node:timers/promises';
import { errnoOf, UserError } from '../../errors.ts';
import { hasProc, isSame, listProcesses, type Process, readProcess, shortCommand } from './processes.ts';

/** How long a process may take to end itself when it is asked to, before it is made to. */
const politeMs = 5000;
const lookMs = 50;

/**
 * SIGTERM to the process and everything below it, then SIGKILL to what is left; each only while it is still the process
 * that was found, for a pid may be used again. A child is ended as well, since it may have inherited a lock.
 * @returns what was ended; empty when there is no such process any more.
 * @throws UserError when it is no go, gopls or git, or somebody else's, or one of unlatch's own ancestors.
 */
export async function endTree(pid: number, uid: number): Promise<readonly Process[]> {
  if (!hasProc())
    throw new UserError('--end needs /proc, which this system does not have; end the process by its id yourself');
  const target = readProcess(pid);
  if (target === null) return [];
  const named = `pid ${pid} (${shortCommand(target.command)})`;
  if (target.uid !== uid)
    throw new UserError(`--end ${pid}: ${named} belongs to user ${target.uid}, and you are user ${uid}`);
  if (!/^(?:go|gopls|git)(?:[-.\d].*)?$/.test(target.name)) {
    throw new UserError(`--end ${pid}: ${named} is no go, gopls or git; end it yourself if you mean it`);
  }
  const all = listProcesses();
  if (treeOf(target, all).some((process) => process.pid === globalThis.process.pid)) {
    throw new UserError(`--end ${pid}: ${named} started this unlatch`);
  }
  const ended = new Map<string, Process>();
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    const deadlineMs = performance.now() + politeMs;
    for (;;) {
      // Looked at anew each time: what is being ended may have started something, and its children are handed to init.
      const known = [target, ...ended.values()].filter(isSame);
      const now = listProcesses();
      const living = unique([...known, ...known.flatMap((process) => treeOf(process, now))]).filter(
        (one) => one.uid === uid,
      );
      if (living.length === 0) return [...ended.values()];
      for (const process of living) {
        const fresh = !ended.has(keyOf(process));
        ended.set(keyOf(process), process);
        if (fresh || signal === 'SIGKILL') send(process, signal);
      }
      if (performance.now() > deadlineMs) break;
      await after(lookMs);
    }
  }
  throw new UserError(`--end ${pid}: ${named} does not end; it waits in the kernel, as on a filesystem that hangs`);
}

/** The process and all below it. */
function treeOf(process: Process, all: readonly Process[]): readonly Process[] {
  const children = all.filter((one) => one.parent === process.pid);
  return [process, ...children.flatMap((child) => treeOf(child, all))];
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

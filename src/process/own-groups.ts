/** The process groups that this process has started and that still run. */
import type { ChildProcess } from 'node:child_process';
import { endGroup } from './end-group.ts';
import { signalGroup } from './signal-group.ts';

const graceMs = 1000;

const leaders = new Set<number>();
let isClosed = false;

/** Remembers a child that was started as a group leader (`detached`), until it ends. Ctrl-C does not reach it. */
export function noteGroup(child: ChildProcess): void {
  const { pid } = child;
  if (pid === undefined) return;
  if (leaders.size === 0) process.on('exit', killAll);
  leaders.add(pid);
  child.once('exit', () => {
    leaders.delete(pid);
    if (leaders.size === 0) process.off('exit', killAll);
  });
}

/** Ends them all. From then on none can be started: whoever waits for them may go on to the next. */
export async function endOwnGroups(): Promise<void> {
  isClosed = true;
  await Promise.all([...leaders].map((pid) => endGroup(pid, graceMs)));
}

/** @throws an Error after endOwnGroups. */
export function refuseIfEnding(): void {
  if (isClosed) throw new Error('unlatch is ending, and starts nothing');
}

function killAll(): void {
  for (const pid of leaders) signalGroup(pid, 'SIGKILL');
}

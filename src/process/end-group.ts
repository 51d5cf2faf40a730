import { setTimeout as after } from 'node:timers/promises';
import { errnoOf } from '../errors.ts';
import { readPids } from './proc/read-proc.ts';
import { isDead, readStat } from './proc/stat.ts';
import { signalGroup } from './signal-group.ts';

const pollMs = 20;
/** It has no groups. */
const isWindows = process.platform === 'win32';

/** How long a killed group is waited for. A process may block in the kernel where no signal reaches it. */
const killedMs = 2000;

/**
 * Sends SIGINT to a process group, as Ctrl-C does, so that it can remove what it made; SIGKILL follows after
 * `graceMs` to what is left of it. Resolves when the group is gone, or blocks in the kernel.
 *
 * @param pid the leader's, started as a group leader (`detached`); undefined: it never started.
 */
export async function endGroup(pid: number | undefined, graceMs: number): Promise<void> {
  signalGroup(pid, 'SIGINT');
  if (!(await groupEnds(pid, graceMs))) await killGroup(pid, killedMs);
}

/** Sends SIGKILL to a process group. Resolves when the group is gone, or after `withinMs`. */
export async function killGroup(pid: number | undefined, withinMs: number): Promise<void> {
  signalGroup(pid, 'SIGKILL');
  await groupEnds(pid, withinMs);
}

/**
 * Waits until a killed process group has no process left. A signal is only sent: until its process is gone,
 * it may still write a file or hold a lock.
 *
 * @param pid the leader's, started as a group leader (`detached`).
 * @returns whether the group is gone; false if `withinMs` pass, as for a process that blocks in the kernel.
 */
export async function groupEnds(pid: number | undefined, withinMs: number): Promise<boolean> {
  if (pid === undefined) return true;
  const deadlineMs = performance.now() + withinMs;
  while (isThere(pid)) {
    if (performance.now() > deadlineMs) return false;
    await after(pollMs);
  }
  return true;
}

function isThere(group: number): boolean {
  try {
    process.kill(isWindows ? group : -group, 0);
  } catch (error) {
    // EPERM is another user's process, as under sudo. macOS says it of zombies, too.
    if (errnoOf(error) !== 'EPERM' || process.platform === 'darwin') return false;
  }
  // kill(2) counts zombies, as they pile up in a container without an init. Without /proc they count here, too.
  const stats = readPids().flatMap((pid) => readStat(pid) ?? []);
  return stats.length === 0 || stats.some((stat) => stat.group === group && !isDead(stat));
}

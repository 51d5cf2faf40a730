/**
 * The holders of a flock. `/proc/locks` does not suffice: it hides the lock if the process that
 * took it is dead and another one keeps the descriptor (fs/locks.c, locks_show). Source:
 * proc_pid_fdinfo(5), "lock".
 */
import { readdirSync, readFileSync, readlinkSync, realpathSync, statSync } from 'node:fs';
import { setTimeout as after } from 'node:timers/promises';
import { listProcesses, type Process } from './processes.ts';
import { seen } from './seen.ts';

/**
 * The holders of the files with these identities ("device:inode"), as far as this user may see
 * them.
 */
export function holdersOf(identities: ReadonlySet<string>): ReadonlyMap<string, readonly Process[]> {
  const found = new Map<string, Process[]>();
  if (identities.size === 0) return found;
  for (const process of listProcesses()) {
    for (const identity of locksOf(process.pid, identities)) {
      found.set(identity, [...(found.get(identity) ?? []), process]);
    }
  }
  return found;
}

const pollMs = 100;

/**
 * Waits until nobody holds a flock on `root` or a file below it, at most `timeoutMs`.
 *
 * @returns the remaining holders, as far as this user may see them; none if there is no /proc.
 */
export async function awaitNoHolders(root: string, timeoutMs: number): Promise<readonly Process[]> {
  const path = seen(() => realpathSync(root));
  if (path === null) return [];
  const deadlineMs = performance.now() + timeoutMs;
  for (;;) {
    const holders = listProcesses().filter(({ pid }) => holdsBelow(pid, path));
    if (holders.length === 0 || performance.now() >= deadlineMs) return holders;
    await after(pollMs);
  }
}

function holdsBelow(pid: number, root: string): boolean {
  return lockedDescriptors(pid).some((fd) => {
    const path = seen(() => readlinkSync(`/proc/${pid}/fd/${fd}`));
    return path === root || path?.startsWith(`${root}/`) === true;
  });
}

function locksOf(pid: number, identities: ReadonlySet<string>): ReadonlySet<string> {
  const held = new Set<string>();
  for (const fd of lockedDescriptors(pid)) {
    const stat = seen(() => statSync(`/proc/${pid}/fd/${fd}`));
    if (stat !== null && identities.has(`${stat.dev}:${stat.ino}`)) held.add(`${stat.dev}:${stat.ino}`);
  }
  return held;
}

function lockedDescriptors(pid: number): readonly string[] {
  return (seen(() => readdirSync(`/proc/${pid}/fdinfo`)) ?? []).filter((fd) =>
    /^lock:\s.*FLOCK/m.test(seen(() => readFileSync(`/proc/${pid}/fdinfo/${fd}`, 'utf8')) ?? ''),
  );
}

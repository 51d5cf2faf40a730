/**
 * Who holds a flock. `/proc/locks` would not do: where the process that took the lock is dead and another one keeps its
 * descriptor, it hides the lock (fs/locks.c, locks_show). Source: proc_pid_fdinfo(5), "lock".
 */
import { readdirSync, readFileSync, readlinkSync, realpathSync, statSync } from 'node:fs';
import { setTimeout as after } from 'node:timers/promises';
import { listProcesses, type Process } from './processes.ts';
import { seen } from './seen.ts';

/** The holders of the files with these identities ("device:inode"); one that this user may not see has none. */
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

const lookMs = 100;

/**
 * Waits until nobody holds a flock on `root`, or on a file below it, at most `patienceMs`.
 *
 * @returns who still does, as far as this user may see: none where there is no /proc.
 */
export async function awaitNoHolders(root: string, patienceMs: number): Promise<readonly Process[]> {
  const path = seen(() => realpathSync(root));
  if (path === null) return [];
  const deadlineMs = performance.now() + patienceMs;
  for (;;) {
    const holders = listProcesses().filter(({ pid }) => holdsBelow(pid, path));
    if (holders.length === 0 || performance.now() >= deadlineMs) return holders;
    await after(lookMs);
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

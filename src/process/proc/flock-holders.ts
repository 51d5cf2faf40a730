/**
 * The holders of a flock. `/proc/locks` does not suffice: it hides the lock if the process that
 * took it is dead and another one keeps the descriptor (fs/locks.c, locks_show). Source:
 * proc_pid_fdinfo(5), "lock".
 */
import { realpathSync } from 'node:fs';
import { setTimeout as after } from 'node:timers/promises';
import { listProcesses, type Process } from './process-table.ts';
import { readLink, readNames, readText, statOf, unreadableToNull } from './read-proc.ts';

/**
 * The holders of the files with these identities ("device:inode"), as far as this user may see
 * them.
 */
export function holdersOf(identities: ReadonlySet<string>): ReadonlyMap<string, readonly Process[]> {
  const found = new Map<string, Process[]>();
  if (identities.size === 0) return found;
  for (const process of listProcesses()) {
    for (const identity of identitiesLockedBy(process.pid)) {
      if (!identities.has(identity)) continue;
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
export async function awaitNoHolders(
  root: string,
  timeoutMs: number,
  signal?: AbortSignal,
): Promise<readonly Process[]> {
  const path = unreadableToNull(() => realpathSync(root));
  if (path === null) return [];
  const deadlineMs = performance.now() + timeoutMs;
  for (;;) {
    const holders = listProcesses().filter(({ pid }) => holdsBelow(pid, path));
    if (holders.length === 0 || performance.now() >= deadlineMs || signal?.aborted) return holders;
    await after(pollMs);
  }
}

function holdsBelow(pid: number, root: string): boolean {
  return lockedDescriptors(pid).some((fd) => {
    const path = readLink(`/proc/${pid}/fd/${fd}`);
    return path === root || path?.startsWith(`${root}/`) === true;
  });
}

/** The files ("device:inode") on which a process holds a flock, as far as this user may see it. */
export function identitiesLockedBy(pid: number): ReadonlySet<string> {
  return identitiesOf(pid, lockedDescriptors(pid));
}

/** The files ("device:inode") that these descriptors of a process lead to. */
export function identitiesOf(pid: number, fds: readonly string[]): ReadonlySet<string> {
  const stats = fds.map((fd) => statOf(`/proc/${pid}/fd/${fd}`));
  return new Set(stats.flatMap((stat) => (stat === null ? [] : `${stat.dev}:${stat.ino}`)));
}

function lockedDescriptors(pid: number): readonly string[] {
  return (readNames(`/proc/${pid}/fdinfo`) ?? []).filter((fd) =>
    /^lock:\s.*FLOCK/m.test(readText(`/proc/${pid}/fdinfo/${fd}`) ?? ''),
  );
}

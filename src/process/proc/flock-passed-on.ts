import { setTimeout as after } from 'node:timers/promises';
import { holdersOf, identitiesLockedBy, identitiesOf } from './flock-holders.ts';
import { isOpenToUs } from './open-paths.ts';
import { listProcesses } from './process-table.ts';
import { readNames } from './read-proc.ts';

const pollMs = 50;

/** The locks ("device:inode") that these processes hold, to be asked for before they are ended. */
export function locksOfAll(pids: readonly number[]): ReadonlySet<string> {
  return new Set(pids.flatMap((pid) => [...identitiesLockedBy(pid)]));
}

/**
 * Waits until each of these locks has a holder again, or no process has its file open, at most
 * `timeoutMs`. Between the end of a holder and its waiter's turn nobody holds the lock and nobody
 * waits for it: a look in that moment would find the machine well.
 */
export async function awaitPassedOn(locks: ReadonlySet<string>, timeoutMs: number): Promise<void> {
  const deadlineMs = performance.now() + timeoutMs;
  for (let left = locks; left.size > 0 && performance.now() < deadlineMs; ) {
    const held = holdersOf(left);
    const free = new Set([...left].filter((lock) => !held.has(lock)));
    left = openOf(free);
    if (left.size > 0) await after(pollMs);
  }
}

/** Those of these files that some process has open, as far as this user may see it. */
function openOf(files: ReadonlySet<string>): ReadonlySet<string> {
  const open = new Set<string>();
  if (files.size === 0) return open;
  for (const { pid, uid } of listProcesses()) {
    if (!isOpenToUs(uid)) continue;
    for (const identity of identitiesOf(pid, readNames(`/proc/${pid}/fd`) ?? [])) {
      if (files.has(identity)) open.add(identity);
    }
  }
  return open;
}

/** Whether a process made progress between the two looks. Pure over a snapshot. */
import type { ProcessFact } from '../process-fact.ts';
import type { Snapshot } from '../snapshot.ts';

/** Less CPU time than this is idle: Go's runtime wakes up now and then. */
const idleBusyMs = 30;
/** Fewer bytes than this are idle: go prints every 5 s that it still waits for a GOCACHEPROG. */
const idleIoBytes = 4096;

/** It used CPU time, read or wrote, received a byte or started a child. */
export function isMoving({ did, connections }: ProcessFact): boolean {
  return (
    did.busyMs > idleBusyMs ||
    (did.ioBytes ?? 0) > idleIoBytes ||
    did.children > 0 ||
    connections.some(({ receivedMeanwhile }) => (receivedMeanwhile ?? 0) > 0)
  );
}

/** It or one of its descendants is moving. */
export function isTreeMoving(process: ProcessFact, snapshot: Snapshot): boolean {
  return treeOf(process, snapshot).some(isMoving);
}

/** The process, then its descendants. */
export function treeOf(process: ProcessFact, { processes }: Pick<Snapshot, 'processes'>): readonly ProcessFact[] {
  const tree = [process];
  for (let at = 0; at < tree.length; at += 1) {
    const parent = tree[at];
    const below = processes.filter(({ pid, ppid, state }) => ppid === parent?.pid && state !== 'Z' && pid !== ppid);
    tree.push(...below.filter((child) => !tree.includes(child)));
  }
  return tree;
}

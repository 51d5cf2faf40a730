import { type LintLock, lintLocks } from '../../chain/lint-lock.ts';
import { isMoving, treeOf } from '../../chain/moving.ts';
import type { Finder, Finding } from '../../finding.ts';
import type { ProcessFact } from '../../process-fact.ts';
import { decide, restart, type Step, signal } from '../../remedy/remedy.ts';
import type { Snapshot } from '../../snapshot.ts';
import { processText } from '../../text/process-text.ts';

/** A golangci-lint idle for this long is not just starting. */
const idleAgeMs = 10_000;

/**
 * An idle process holds golangci-lint's lock: every other run fails with "parallel golangci-lint is
 * running". While the holder works it is a note.
 */
export const lintLockHeld: Finder = (snapshot) => lintLocks(snapshot).flatMap((lock) => finding(lock, snapshot) ?? []);

function finding({ file, holders, waiters }: LintLock, snapshot: Snapshot): Finding | null {
  const stopped = holders.filter(({ state }) => state === 'T' || state === 't');
  const left = holders.every((holder) => isLeft(holder, waiters.length > 0, snapshot));
  const stuck = stopped.length > 0 || left;
  if (!stuck && waiters.length === 0) return null;
  const names = holders.map(processText).join(', ');
  const how = stopped.length > 0 ? ', stopped' : left ? ', which does nothing' : ', which is working';
  return {
    id: 'lint-lock-held',
    severity: stuck ? 'error' : 'note',
    summary: `golangci-lint's lock is held by ${names}${how}: another run ${stuck ? 'fails with "parallel golangci-lint is running"' : 'waits up to five seconds for it'}`,
    evidence: [
      ...holders.map(({ pid, command }) => `pid ${pid} holds ${file.path}, inode ${file.inode}: ${command.join(' ')}`),
      ...(left ? ['neither it nor its children used CPU time, read or wrote between two looks'] : []),
    ],
    pids: [...holders, ...waiters].map(({ pid }) => pid),
    consequences: waiters.map((waiter) => `${processText(waiter)} retries to get the lock`),
    remedy: stuck ? remedy(holders, stopped, snapshot) : [],
    source: 'golangci-lint, pkg/commands/run.go, acquireFileLock; scenario lint-lock-held',
  };
}

/** Idle with all its children, and either orphaned or awaited. Any other idle run may just be slow. */
function isLeft(holder: ProcessFact, awaited: boolean, snapshot: Snapshot): boolean {
  const tree = treeOf(holder, snapshot);
  const idle = !tree.some((process) => isMoving(process) || process.state === 'R' || process.state === 'D');
  return idle && holder.ageMs >= idleAgeMs && (holder.orphan || awaited);
}

function remedy(holders: readonly ProcessFact[], stopped: readonly ProcessFact[], snapshot: Snapshot): readonly Step[] {
  const trees = holders.flatMap((holder) => treeOf(holder, snapshot));
  return [
    stopped.length > 0
      ? signal('CONT', stopped, 'it continues and releases the lock when it ends')
      : signal('KILL', trees, 'the lock is released with its last holder'),
    restart('golangci-lint'),
    decide(
      'To run two at once: golangci-lint run --allow-parallel-runners, or a TMPDIR for each. Deleting the file lets a second run in beside the first',
    ),
  ];
}

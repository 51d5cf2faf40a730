import { type LintLock, lintLocks } from '../chain/lint-lock.ts';
import { isMoving, treeOf } from '../chain/moving.ts';
import type { Finder, Finding } from '../finding.ts';
import type { ProcessFact } from '../process-fact.ts';
import { decide, restart, type Step, signal } from '../remedy/remedy.ts';
import type { Snapshot } from '../snapshot.ts';
import { processText } from '../text/process-text.ts';

/** A golangci-lint that does nothing for so long is not about to begin. */
const idleAgeMs = 10_000;

/** golangci-lint's lock is held by one that does nothing: each other says "parallel golangci-lint is running". While its holder works it is only noted. */
export const lintLockHeld: Finder = (snapshot) => lintLocks(snapshot).flatMap((lock) => finding(lock, snapshot) ?? []);

function finding({ file, holders, waiters }: LintLock, snapshot: Snapshot): Finding | null {
  const stopped = holders.filter(({ state }) => state === 'T' || state === 't');
  const left = holders.every((holder) => isLeft(holder, waiters.length > 0, snapshot));
  const stuck = stopped.length > 0 || left;
  if (!stuck && waiters.length === 0) return null;
  const names = holders.map(processText).join(', ');
  const how = stopped.length > 0 ? ', stopped' : left ? ', which does nothing' : ', which works';
  return {
    id: 'lint-lock-held',
    severity: stuck ? 'error' : 'note',
    summary: `golangci-lint's lock is held by ${names}${how}: another one ${stuck ? 'fails with "parallel golangci-lint is running"' : 'waits for it to end, for five seconds'}`,
    evidence: [
      ...holders.map(({ pid, command }) => `pid ${pid} holds ${file.path}, inode ${file.inode}: ${command.join(' ')}`),
      ...(left ? ['neither it nor anything below it used the processor, read or wrote between two looks'] : []),
    ],
    pids: [...holders, ...waiters].map(({ pid }) => pid),
    consequences: waiters.map((waiter) => `${processText(waiter)} asks for the lock again and again`),
    remedy: stuck ? remedy(holders, stopped, snapshot) : [],
    source: 'golangci-lint, pkg/commands/run.go, acquireFileLock; scenario lint-lock-held',
  };
}

/** At work, it or a child would have used the processor; one that nobody has left behind, and nobody waits for, has its time. */
function isLeft(holder: ProcessFact, awaited: boolean, snapshot: Snapshot): boolean {
  const tree = treeOf(holder, snapshot);
  const idle = !tree.some((process) => isMoving(process) || process.state === 'R' || process.state === 'D');
  return idle && holder.ageMs >= idleAgeMs && (holder.orphan || awaited);
}

function remedy(holders: readonly ProcessFact[], stopped: readonly ProcessFact[], snapshot: Snapshot): readonly Step[] {
  const trees = holders.flatMap((holder) => treeOf(holder, snapshot));
  return [
    stopped.length > 0
      ? signal('CONT', stopped, 'it goes on where it was stopped, and lets go of the lock at its end')
      : signal('KILL', trees, 'the lock goes with its last holder'),
    restart('golangci-lint'),
    decide(
      'Where two are to run at once: golangci-lint run --allow-parallel-runners, or a TMPDIR for each. Deleting the file lets a second one in beside the first',
    ),
  ];
}

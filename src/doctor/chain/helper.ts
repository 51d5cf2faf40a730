/**
 * The programs that go and gopls start and wait for without a limit of time, and that are not the work which the user asked for (a
 * compiler, a test): a helper that does nothing holds up whoever started it. One that works for long is no fault.
 */
import { basename } from 'node:path';
import type { ProcessFact } from '../process-fact.ts';
import type { Snapshot } from '../snapshot.ts';
import type { HelperRole } from './helper-role.ts';
import { isMoving, treeOf } from './moving.ts';
import { type Pace, paceOf } from './network-wait.ts';

export interface Helper {
  readonly role: HelperRole;
  readonly process: ProcessFact;
  readonly pace: Pace;
}

/** Others compile for them, on this machine or elsewhere, while they wait. */
const compilesElsewhere = /^(sccache|distcc|icecc|gomacc|rewrapper|reclient|goma|recc|ccache)/;

/** Null: it is at work, or has not been idle for long enough. */
export function idleHelper(process: ProcessFact, role: HelperRole, snapshot: Snapshot): Helper | null {
  const tree = treeOf(process, snapshot);
  if (tree.some(isMoving)) return null;
  // A go below it has a cause of its own.
  if (role !== 'the packages driver' && tree.some(({ name }) => name === 'go')) return null;
  // Since when it does nothing nobody knows but by what it last received; its age is the most that it can be.
  const heard = tree.flatMap(({ connections }) => connections.flatMap(({ silentMs }) => silentMs ?? []));
  const pace = paceOf(Math.min(process.ageMs, ...heard), process.ageMs);
  if (pace === null) return null;
  const patient = (role === 'the C compiler' || role === 'its -toolexec program') && tree.some(isClient);
  return { role, process, pace: patient ? 'slow' : pace };
}

/** A compilation takes as long as it takes, wherever it is done. */
function isClient({ name, command, connections }: ProcessFact): boolean {
  return (
    connections.length > 0 || [name, ...command.slice(0, 2)].some((word) => compilesElsewhere.test(basename(word)))
  );
}

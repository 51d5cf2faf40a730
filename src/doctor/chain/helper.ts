/**
 * Programs that go and gopls start and wait for without a timeout, other than the user's own work (a
 * compiler, a test). An idle helper blocks the process that started it. A busy one is no fault.
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

/** They wait while other processes compile for them, here or elsewhere. */
const compilesElsewhere = /^(sccache|distcc|icecc|gomacc|rewrapper|reclient|goma|recc|ccache)/;

/** null: it is working or has not been idle long enough. */
export function idleHelper(process: ProcessFact, role: HelperRole, snapshot: Snapshot): Helper | null {
  const tree = treeOf(process, snapshot);
  if (tree.some(isMoving)) return null;
  // A go below it makes its own cause.
  if (role !== 'the packages driver' && tree.some(({ name }) => name === 'go')) return null;
  // Only the last bytes received tell how long it has been idle; its age is the upper bound.
  const heard = tree.flatMap(({ connections }) => connections.flatMap(({ silentMs }) => silentMs ?? []));
  const pace = paceOf(Math.min(process.ageMs, ...heard), process.ageMs);
  if (pace === null) return null;
  const patient = (role === 'the C compiler' || role === 'its -toolexec program') && tree.some(isClient);
  return { role, process, pace: patient ? 'slow' : pace };
}

/** A remote compilation may take long. */
function isClient({ name, command, connections }: ProcessFact): boolean {
  return (
    connections.length > 0 || [name, ...command.slice(0, 2)].some((word) => compilesElsewhere.test(basename(word)))
  );
}

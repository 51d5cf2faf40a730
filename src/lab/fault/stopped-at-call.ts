/**
 * A process is stopped as it comes back from a named call, as one is that the scheduler has forgotten: others go first, at a moment of
 * our choosing. A worker lets it go on with SIGCONT.
 */
import type { Fault } from './fault.ts';
import { type CallFilter, straceFault } from './strace.ts';

export function stoppedAtCall(filter: CallFilter): Fault {
  const where = filter.path === undefined ? '' : ` on ${filter.path}`;
  return straceFault(`stopped at ${filter.call}${where}`, filter, { kind: 'stopped' });
}

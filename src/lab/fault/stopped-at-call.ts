/**
 * Stops a process as it returns from a system call, so that others go first at a chosen moment. A worker
 * continues it with SIGCONT.
 */
import type { Fault } from './fault.ts';
import { type CallFilter, straceFault } from './strace.ts';

export function stoppedAtCall(filter: CallFilter): Fault {
  const where = filter.path === undefined ? '' : ` on ${filter.path}`;
  return straceFault(`stopped at ${filter.call}${where}`, filter, { kind: 'stopped' });
}

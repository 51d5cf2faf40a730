/** Kills a process at a system call: a crash, a power cut or the OOM killer at a chosen moment. */
import type { Fault } from './fault.ts';
import { type CallFilter, straceFault } from './strace.ts';

export function killedAtCall(filter: CallFilter): Fault {
  const where = filter.path === undefined ? '' : ` on ${filter.path}`;
  return straceFault(`killed at ${filter.call}${where}`, filter, { kind: 'killed' });
}

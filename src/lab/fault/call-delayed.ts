/** Delays a system call, as a slow or distant disk does. */
import type { Fault } from './fault.ts';
import { type CallFilter, straceFault } from './strace.ts';

export function callDelayed(filter: CallFilter, delayMs: number): Fault {
  const where = filter.path === undefined ? '' : ` on ${filter.path}`;
  return straceFault(`${filter.call} is delayed by ${delayMs} ms${where}`, filter, { kind: 'delayed', delayMs });
}

/** Makes a system call fail with an errno, as a filesystem does that does not support it. */
import type { Fault } from './fault.ts';
import { type CallFilter, straceFault } from './strace.ts';

export type Errno =
  | 'EACCES'
  | 'EBADF'
  | 'EBUSY'
  | 'EEXIST'
  | 'EIO'
  | 'ENOLCK'
  | 'ENOSPC'
  | 'ENOSYS'
  | 'EOPNOTSUPP'
  | 'ESTALE'
  | 'EXDEV';

export function callFails(filter: CallFilter, errno: Errno): Fault {
  const where = filter.path === undefined ? '' : ` on ${filter.path}`;
  return straceFault(`${filter.call} fails with ${errno}${where}`, filter, { kind: 'fails', errno });
}

/** A system call fails with an errno, as it does on a filesystem that cannot do it. */
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

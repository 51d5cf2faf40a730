/** An unexpected system error: the machine is unusual, which is no bug of unlatch. */
import { EnvironmentError, errnoOf, messageOf, UserError } from '../errors.ts';

/** @returns null for any other error, which is a bug. */
export function systemRefusal(error: unknown): UserError | EnvironmentError | null {
  const code = errnoOf(error);
  // Node's own codes (ERR_…) mean a program's mistake; system errors name the call.
  if (!(error instanceof Error) || code === undefined || !('syscall' in error)) return null;
  if (error.syscall === 'uv_cwd') {
    return new UserError('the working directory is gone; change to one that exists', { cause: error });
  }
  return new EnvironmentError(`${advice(code)}: ${messageOf(error)}`, { cause: error });
}

function advice(code: string): string {
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'a disk is full; free some space';
    case 'EFBIG':
      return 'a file exceeds the size limit; raise `ulimit -f`';
    case 'EMFILE':
    case 'ENFILE':
      return 'too many open files; raise `ulimit -n`';
    case 'EAGAIN':
    case 'ENOMEM':
      return 'the system cannot start another process; end some, or raise `ulimit -u` or the memory limit';
    default:
      return 'the system refused a call that unlatch needs';
  }
}

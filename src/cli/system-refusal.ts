/** An error of the system that no code has foreseen: the machine is odd, which is no bug of ours. */
import { EnvironmentError, errnoOf, messageOf, UserError } from '../errors.ts';

/** @returns null for what is no error of the system, and so is a bug. */
export function systemRefusal(error: unknown): UserError | EnvironmentError | null {
  const code = errnoOf(error);
  // Node has codes of its own (ERR_…), for what a program does wrong; those of the system name the call.
  if (!(error instanceof Error) || code === undefined || !('syscall' in error)) return null;
  if (error.syscall === 'uv_cwd') {
    return new UserError('the working directory is gone; change to one that is there', { cause: error });
  }
  return new EnvironmentError(`${advice(code)}: ${messageOf(error)}`, { cause: error });
}

function advice(code: string): string {
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'a disk is full; free some space there';
    case 'EFBIG':
      return 'a file may not grow so large here; raise `ulimit -f`';
    case 'EMFILE':
    case 'ENFILE':
      return 'too many files are open; raise `ulimit -n`';
    case 'EAGAIN':
    case 'ENOMEM':
      return 'the system has no room for another process; end some, or raise `ulimit -u` or the memory limit';
    default:
      return 'the system refuses what unlatch needs here';
  }
}

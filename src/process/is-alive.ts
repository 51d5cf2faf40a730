import { readFileSync } from 'node:fs';
import { errnoOf } from '../errors.ts';

/** Whether a process of this machine, of any user, still runs. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return errnoOf(error) !== 'ESRCH';
  }
  return !isZombie(pid);
}

/** A dead process that nobody has waited for, as they pile up in a container without an init. */
function isZombie(pid: number): boolean {
  try {
    // proc_pid_stat(5): the state follows the command in parentheses, which may contain parentheses itself.
    return /\) [ZX] [^)]*$/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch (error) {
    // Gone since, or no /proc here.
    if (errnoOf(error) === undefined) throw error;
    return false;
  }
}

import { errnoOf } from '../errors.ts';
import { isDead, readStat } from './proc/stat.ts';

/** Whether a process of this machine, of any user, still runs. A zombie does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return errnoOf(error) !== 'ESRCH';
  }
  const stat = readStat(pid);
  // null: no /proc here.
  return stat === null || !isDead(stat);
}

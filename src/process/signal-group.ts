import { errnoOf } from '../errors.ts';

/**
 * Sends a signal to a process of ours that was started as the leader of a group (`detached`), and to all of its group. Whoever has ended
 * meanwhile is no error; `undefined` is one that never started. Windows has no groups: there it goes to the process alone.
 */
export function signalGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, signal);
  } catch (error) {
    if (errnoOf(error) !== 'ESRCH') throw error;
  }
}

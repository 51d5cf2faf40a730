import { errnoOf } from '../errors.ts';

/**
 * Signals a child that was started as a group leader (`detached`) and its whole group. Ignores ended
 * processes, those of another user (as under sudo), and `undefined`, one that never started. Windows has
 * no groups: signals only the process.
 */
export function signalGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, signal);
  } catch (error) {
    if (!['ESRCH', 'EPERM'].includes(errnoOf(error) ?? '')) throw error;
  }
}

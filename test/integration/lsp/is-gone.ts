/** Whether a process has ended. */
import { readFileSync } from 'node:fs';

/** A zombie counts as ended; its new parent may reap it later. */
export function isGone(pid: number): boolean {
  try {
    return / Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT';
  }
}

/** Whether a folder's mount forbids running programs, by its options. Source: proc_pid_mountinfo(5). */
import { realpath } from 'node:fs/promises';
import { errnoOf } from '../../../errors.ts';
import { readText } from '../../../process/read-proc.ts';

/** false also if unknown. */
export async function isNoexec(path: string): Promise<boolean> {
  try {
    return noexecIn(readText('/proc/self/mountinfo') ?? '', await realpath(path));
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return false;
  }
}

/** @param mountinfo lists a mount after those it covers. */
export function noexecIn(mountinfo: string, path: string): boolean {
  let best = { length: 0, noexec: false };
  for (const line of mountinfo.split('\n')) {
    const [, , , , point, options] = line.split(' ');
    if (point === undefined || options === undefined) continue;
    const at = point.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
    const holds = at === '/' || path === at || path.startsWith(`${at}/`);
    if (holds && at.length >= best.length) best = { length: at.length, noexec: options.split(',').includes('noexec') };
  }
  return best.noexec;
}

import type { Process } from './process-table.ts';
import { readLink, readNames, statOf } from './read-proc.ts';

/** Everything that a process has open: its descriptors, working folder, root and executable. */
export function openPaths({ pid, uid }: Pick<Process, 'pid' | 'uid'>): readonly string[] {
  if (!isOpenToUs(uid)) return [];
  const fds = readNames(`/proc/${pid}/fd`) ?? [];
  const links = ['cwd', 'exe', 'root', ...fds.map((fd) => `fd/${fd}`)];
  return links.flatMap((link) => readLink(`/proc/${pid}/${link}`) ?? []);
}

/** Whether it works in that folder, or has it or something below it open. */
export function isAt(process: Process, folder: string): boolean {
  if (!isOpenToUs(process.uid)) return false;
  const here = statOf(folder);
  const there = statOf(`/proc/${process.pid}/cwd`);
  if (here !== null && there !== null && here.dev === there.dev && here.ino === there.ino) return true;
  return openPaths(process).some((path) => path === folder || path.startsWith(`${folder}/`));
}

/**
 * /proc shows open files only to the process's own user and to root; trying others would take most
 * of the time.
 */
export function isOpenToUs(uid: number): boolean {
  const own = globalThis.process.geteuid?.();
  return own === 0 || own === uid;
}

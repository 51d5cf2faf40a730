import { parseLockWaits } from '../../../process/proc/lock-waits.ts';
import { readText } from '../../../process/proc/read-proc.ts';
import type { FileFact, ThreadFact } from '../../process-fact.ts';
import { readThreads } from './threads.ts';

/** The inode of the file that each process waits for, by pid. */
export function readWaits(): ReadonlyMap<number, string> {
  return new Map(parseLockWaits(readText('/proc/locks') ?? '').map(({ pid, file }) => [pid, file]));
}

/** If the kernel hides wchan, /proc/locks still lists waiters as long as the locker lives. */
export function threadsOf(
  pid: number,
  files: readonly FileFact[],
  waits: ReadonlyMap<number, string>,
): readonly ThreadFact[] {
  const threads = readThreads(pid);
  const file = waits.get(pid);
  if (file === undefined || threads.some(({ flockFd }) => flockFd !== null)) return threads;
  const fd = files.find(({ inode }) => file.endsWith(`:${inode}`))?.fd ?? -1;
  return [...threads, { tid: pid, wchan: '', flockFd: fd }];
}

import { readLink, readPids } from '../../../process/proc/read-proc.ts';
import { ageMsOf, readStat } from '../../../process/proc/stat.ts';
import type { ProcessFact, ThreadFact } from '../../process-fact.ts';
import { activityBetween, countersOf } from './activity.ts';
import { readDescriptors } from './descriptors.ts';
import { isOrphan } from './is-orphan.ts';
import type { Pass } from './processes.ts';
import { isFilesystemWait } from './threads.ts';
import { readWaits, threadsOf } from './threads-of.ts';

/**
 * A second look at the same processes: drops ended ones, clears waits that are over, and measures by
 * the kernel's counters what each did in between.
 *
 * @param uptime of this look, in ticks
 */
export function lookAgain(
  processes: readonly ProcessFact[],
  { counters: before, roots }: Pick<Pass, 'counters' | 'roots'>,
  children: ReadonlyMap<number, number>,
  uptime: number,
): readonly ProcessFact[] {
  const lockWaits = readWaits();
  return processes.flatMap((fact): readonly ProcessFact[] => {
    const stat = readStat(fact.pid);
    // Not by name: a process keeps its locks across exec.
    if (stat === null || stat.startTicks !== fact.startTicks) {
      return fact.files.some(({ lock }) => lock !== null) ? [{ ...fact, state: 'Z', threads: [] }] : [];
    }
    const waits = (thread: ThreadFact) => thread.flockFd !== null || isFilesystemWait(thread);
    const now = fact.threads.some(waits) ? threadsOf(fact.pid, fact.files, lockWaits) : [];
    const stays = ({ tid, wchan, flockFd }: ThreadFact) =>
      now.some((thread) => thread.tid === tid && thread.wchan === wchan && thread.flockFd === flockFd);
    const threads = fact.threads.filter((thread) => !waits(thread) || stays(thread));
    const pipes = fact.pipes.filter(({ fd, inode }) => readLink(`/proc/${fact.pid}/fd/${fd}`) === `pipe:[${inode}]`);
    const counters = countersOf(stat);
    const did = activityBetween(before.get(fact.pid) ?? counters, counters, children.get(fact.pid) ?? 0);
    // Its age now: the times of its connections are of this look too.
    const ageMs = ageMsOf(stat, uptime);
    // A released lock may have a new holder, and a descriptor number may now belong to another file.
    const locks = threads.some(({ flockFd }) => flockFd !== null) || fact.files.some(({ lock }) => lock !== null);
    const files = (locks ? readDescriptors(fact.pid, roots)?.files : null) ?? fact.files;
    // Its parent and its group leader may have ended since.
    const { ppid, group, state } = stat;
    const orphan = isOrphan(
      stat,
      new Map([ppid, group].flatMap((pid) => readStat(pid) ?? []).map((one) => [one.pid, one])),
    );
    return [{ ...fact, ppid, group, ageMs, state, orphan, threads, files, pipes, did }];
  });
}

/** The number of children that each process started since the first look. */
export function childrenSince(starts: Pass['starts']): ReadonlyMap<number, number> {
  const started = new Map<number, number>();
  for (const pid of readPids()) {
    const stat = readStat(pid);
    if (stat === null || starts.get(stat.pid) === stat.startTicks) continue;
    started.set(stat.ppid, (started.get(stat.ppid) ?? 0) + 1);
  }
  return started;
}

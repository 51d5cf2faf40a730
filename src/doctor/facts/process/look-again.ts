import { readLink, readPids } from '../../../process/read-proc.ts';
import { ageMsOf, readStat, uptimeTicks } from '../../../process/stat.ts';
import type { ProcessFact, ThreadFact } from '../../process-fact.ts';
import { activityBetween, countersOf } from './activity.ts';
import { readDescriptors } from './descriptors.ts';
import { isOrphan } from './is-orphan.ts';
import type { Pass } from './processes.ts';
import { isFilesystemWait } from './threads.ts';
import { readWaits, threadsOf } from './threads-of.ts';

/**
 * A second look at the same processes: what has gone is left out, what moved on no longer waits, and the kernel's counters tell what
 * each has done in between.
 */
export function lookAgain(
  processes: readonly ProcessFact[],
  { counters: before, roots }: Pick<Pass, 'counters' | 'roots'>,
  children: ReadonlyMap<number, number>,
): readonly ProcessFact[] {
  const lockWaits = readWaits();
  const uptime = uptimeTicks();
  return processes.flatMap((fact): readonly ProcessFact[] => {
    const stat = readStat(fact.pid);
    // Not by its name: one that has become another program by exec keeps its locks.
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
    // As old as it is now: its connections are told by the clock of this look too.
    const ageMs = ageMsOf(stat, uptime);
    // A lock that was let go meanwhile is another's now, and a descriptor's number may be that of another file.
    const locks = threads.some(({ flockFd }) => flockFd !== null) || fact.files.some(({ lock }) => lock !== null);
    const files = (locks ? readDescriptors(fact.pid, roots)?.files : null) ?? fact.files;
    // Its parent may have ended meanwhile, and with it the leader of its group.
    const { ppid, group, state } = stat;
    const orphan = isOrphan(
      stat,
      new Map([ppid, group].flatMap((pid) => readStat(pid) ?? []).map((one) => [one.pid, one])),
    );
    return [{ ...fact, ppid, group, ageMs, state, orphan, threads, files, pipes, did }];
  });
}

/** How many children each process has that were not there at the first look. */
export function childrenSince(starts: Pass['starts']): ReadonlyMap<number, number> {
  const started = new Map<number, number>();
  for (const pid of readPids()) {
    const stat = readStat(pid);
    if (stat === null || starts.get(stat.pid) === stat.startTicks) continue;
    started.set(stat.ppid, (started.get(stat.ppid) ?? 0) + 1);
  }
  return started;
}

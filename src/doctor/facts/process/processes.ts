/**
 * One pass over /proc: the processes that have to do with Go, told by their name, by their parent, by a descriptor in one
 * of Go's caches, or by a pipe from which a go or a gopls reads. Most processes cost a stat and the names of their descriptors;
 * only those that count are read in full.
 */
import { parseLockWaits } from '../../../process/lock-waits.ts';
import { parseEnviron } from '../../../process/parse-environ.ts';
import { readLink, readNames, readText } from '../../../process/read-proc.ts';
import { msPerTick, parseStat, readStat, type Stat, uptimeTicks } from '../../../process/stat.ts';
import { redact } from '../../../redact.ts';
import type { ConnectionFact, FileFact, PipeFact, ProcessFact, ThreadFact } from '../../snapshot.ts';
import { keptEnvironment } from '../go/environment.ts';
import { activityBetween, type Counters, countersOf, none } from './activity.ts';
import { connectionsBySocket } from './connections.ts';
import { type Descriptors, isInside, readDescriptors } from './descriptors.ts';
import { editorOf } from './editor-of.ts';
import { pipesRead, pipesWritten } from './pipes.ts';
import { isFilesystemWait, readThreads } from './threads.ts';

/** The kernel keeps 15 characters of a name. */
const namesOfGo =
  /^(go|gopls|dlv|git|git-remote-.*|ssh|gopackagesdrive|compile|link|asm|cgo|vet|buildid|staticcheck|golangci-lint)$/;
/** Those whose children count whatever they are called: a packages driver, a GOCACHEPROG helper, ssh of another name. */
const startersOfGo = /^(go|gopls|git)$/;
/** Those that unpack an archive into one of Go's caches, and count where they do. */
const archivers = /^(tar|bsdtar)$/;
/** Those that wait for the end of a pipe. */
const readersOfGo = /^(go|gopls)$/;
/** Processes that take an orphan in, beside pid 1. */
const reapers = /^(systemd|init|tini|docker-init|dumb-init|catatonit|s6-svscan|containerd-shim.*|bwrap|conmon)$/;

/** What the doctor starts carries this variable. */
export const ownMarker = 'UNLATCH_DOCTOR';

export interface Pass {
  /** When the ages of the processes were told, as Date.now() gives it. */
  readonly at: number;
  /** The same, as performance.now() gives it. */
  readonly begin: number;
  readonly processes: readonly ProcessFact[];
  /** Processes whose descriptors this user may not see, by what they are called. */
  readonly hidden: readonly string[];
  /** The inodes of sockets, by process. */
  readonly sockets: ReadonlyMap<number, readonly number[]>;
  /** What each of them had done by then. */
  readonly counters: ReadonlyMap<number, Counters>;
  /** When each process of this machine was started, of Go or not, by its id. */
  readonly starts: ReadonlyMap<number, number>;
  /** Folders below which an open file counts. */
  readonly roots: readonly string[];
}

interface Found {
  readonly stat: Stat;
  readonly descriptors: Descriptors | null;
  readonly pipes: readonly PipeFact[];
}

/**
 * @param roots folders below which an open file makes a process count.
 * @param mark a word that must stand in its environment; null: none.
 */
export function readProcesses(roots: readonly string[], mark: string | null): Pass {
  const stats = new Map<number, Stat>();
  for (const name of readNames('/proc') ?? []) {
    const text = /^\d+$/.test(name) ? readText(`/proc/${name}/stat`) : null;
    const stat = text === null ? null : parseStat(text);
    if (stat !== null) stats.set(stat.pid, stat);
  }
  const seen: Found[] = [];
  const hidden: string[] = [];
  for (const stat of stats.values()) {
    if (stat.pid === process.pid || (mark !== null && isAnothers(stat.pid, mark))) continue;
    const descriptors = readDescriptors(stat.pid, roots);
    if (descriptors === null && isOfGo(stat, stats) && (readStat(stat.pid)?.state ?? 'Z') !== 'Z')
      hidden.push(`${stat.name} (pid ${stat.pid})`);
    const pipes = readersOfGo.test(stat.name) ? pipesRead(stat.pid, descriptors?.pipes ?? []) : [];
    seen.push({ stat, descriptors, pipes });
  }
  const read = new Set(seen.flatMap(({ pipes }) => pipes.map(({ inode }) => inode)));
  const all = seen.map((one) => ({
    ...one,
    pipes: [...one.pipes, ...pipesWritten(one.stat.pid, one.descriptors?.pipes ?? [], read)],
  }));
  const counts = new Set(
    all
      .filter(
        ({ stat, descriptors, pipes }) =>
          isOfGo(stat, stats) ||
          pipes.length > 0 ||
          (descriptors !== null && descriptors.files.length > 0) ||
          (archivers.test(stat.name) && runsBelow(stat.pid, roots)),
      )
      .map(({ stat }) => stat.pid),
  );
  // Who works below one that counts works for it.
  const isBelow = ({ ppid }: Stat): boolean => {
    const parent = stats.get(ppid);
    return counts.has(ppid) || (parent !== undefined && parent.pid > 1 && isBelow(parent));
  };
  const found = all.filter(({ stat }) => counts.has(stat.pid) || isBelow(stat));
  const uptime = uptimeTicks();
  const [at, begin] = [Date.now(), performance.now()];
  const waits = readWaits();
  const connections = connectionsBySocket(found);
  return {
    at,
    begin,
    processes: found.map((one) => factOf(one, stats, uptime, connections, waits)),
    hidden,
    sockets: new Map(found.map(({ stat, descriptors }) => [stat.pid, descriptors?.sockets ?? []])),
    counters: new Map(found.map(({ stat }) => [stat.pid, countersOf(stat)])),
    starts: new Map([...stats.values()].map(({ pid, startTicks }) => [pid, startTicks])),
    roots,
  };
}

/** One in the middle of exec, or dead, has an empty environment, and counts. */
function isAnothers(pid: number, mark: string): boolean {
  const environ = readText(`/proc/${pid}/environ`);
  return environ !== '' && environ?.split('\0').includes(mark) !== true;
}

function runsBelow(pid: number, roots: readonly string[]): boolean {
  const cwd = readLink(`/proc/${pid}/cwd`);
  return cwd !== null && roots.some((root) => isInside(cwd, root));
}

function isOfGo(stat: Stat, stats: ReadonlyMap<number, Stat>): boolean {
  return namesOfGo.test(stat.name) || startersOfGo.test(stats.get(stat.ppid)?.name ?? '');
}

function factOf(
  { stat, descriptors, pipes }: Found,
  stats: ReadonlyMap<number, Stat>,
  uptime: number,
  connections: ReadonlyMap<number, ConnectionFact>,
  waits: ReadonlyMap<number, string>,
): ProcessFact {
  const { pid, ppid, group, name, state } = stat;
  const environ = readText(`/proc/${pid}/environ`);
  const environment = environ === null ? null : parseEnviron(environ);
  const status = readText(`/proc/${pid}/status`) ?? '';
  const uid = /^Uid:\s+\d+\s+(\d+)/m.exec(status)?.[1];
  const tracer = /^TracerPid:\s+(\d+)/m.exec(status)?.[1];
  const command = (readText(`/proc/${pid}/cmdline`) ?? '').split('\0').slice(0, -1);
  return {
    pid,
    ppid,
    group,
    name,
    command: command.map(shortened),
    state,
    uid: uid === undefined ? null : Number(uid),
    ageMs: ageOf(stat, uptime),
    startTicks: stat.startTicks,
    did: none,
    cwd: readLink(`/proc/${pid}/cwd`),
    env: environment === null ? null : keptEnvironment(environment),
    settings: null,
    editor: name === 'gopls' ? editorOf(pid, stats) : null,
    workspace: null,
    aside: asideOf(command, environment),
    tracer: Number(tracer ?? 0) || null,
    container: containerOf(pid),
    orphan: isOrphan(stat, stats),
    threads: threadsOf(pid, descriptors?.files ?? [], waits),
    files: descriptors?.files ?? [],
    connections: (descriptors?.sockets ?? []).flatMap((inode) => connections.get(inode) ?? []),
    pipes,
  };
}

/**
 * gopls and go start themselves once more for their telemetry, in a session of its own, and do not wait for it.
 * Source: golang.org/x/telemetry/start.go, telemetryChildVar.
 */
function asideOf(command: readonly string[], env: Readonly<Record<string, string>> | null): ProcessFact['aside'] {
  if (command.some((word) => word.includes('** telemetry **')) || env?.['X_TELEMETRY_CHILD']) return 'telemetry';
  return env?.[ownMarker] === undefined ? null : 'unlatch';
}

function ageOf({ startTicks }: Stat, uptime: number): number {
  return Math.max(0, Math.round((uptime - startTicks) * msPerTick));
}

/** Where the doctor itself runs there is nothing to say. */
function containerOf(pid: number): string | null {
  const [own, other] = ['self', pid].map((one) =>
    /[0-9a-f]{64}/.exec(readText(`/proc/${one}/cgroup`) ?? '')?.[0].slice(0, 12),
  );
  return other === undefined || other === own ? null : other;
}

/** The inode of the file that a process waits for, by its pid. */
function readWaits(): ReadonlyMap<number, string> {
  return new Map(parseLockWaits(readText('/proc/locks') ?? '').map(({ pid, file }) => [pid, file]));
}

/** Where the kernel tells nobody in which function a thread sleeps, /proc/locks knows who waits, as long as the locker lives. */
function threadsOf(pid: number, files: readonly FileFact[], waits: ReadonlyMap<number, string>): readonly ThreadFact[] {
  const threads = readThreads(pid);
  const file = waits.get(pid);
  if (file === undefined || threads.some(({ flockFd }) => flockFd !== null)) return threads;
  const fd = files.find(({ inode }) => file.endsWith(`:${inode}`))?.fd ?? -1;
  return [...threads, { tid: pid, wchan: '', flockFd: fd }];
}

/** gopls asks go list for a dozen fields by name, which nobody wants to read. */
function shortened(word: string): string {
  const text = redact(word);
  return text.length > 160 ? `${text.slice(0, 160)}…` : text;
}

/**
 * Taken in by init. Where pid 1 is itself a shell that may have started it (a container), it is one only when the leader of its
 * process group has gone too; group 0 has its leader outside of this PID namespace.
 */
function isOrphan({ pid, ppid, group }: Stat, stats: ReadonlyMap<number, Stat>): boolean {
  const parent = stats.get(ppid);
  if (parent === undefined) return false;
  if (reapers.test(parent.name)) return true;
  return ppid === 1 && group !== pid && group !== 0 && (stats.get(group)?.state ?? 'Z') === 'Z';
}

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
    const ageMs = ageOf(stat, uptime);
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
  for (const name of readNames('/proc') ?? []) {
    const stat = /^\d+$/.test(name) ? readStat(Number(name)) : null;
    if (stat === null || starts.get(stat.pid) === stat.startTicks) continue;
    started.set(stat.ppid, (started.get(stat.ppid) ?? 0) + 1);
  }
  return started;
}

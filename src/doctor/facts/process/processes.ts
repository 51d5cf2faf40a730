/**
 * One pass over /proc for processes related to Go: by name, by parent, by a descriptor in one of Go's
 * caches, or by a pipe that a go or gopls reads. Most processes cost one stat and the names of their
 * descriptors; only related ones are read in full.
 */
import { containerOf } from '../../../process/proc/container-of.ts';
import { parseEnviron } from '../../../process/proc/parse-environ.ts';
import { readLink, readPids, readText } from '../../../process/proc/read-proc.ts';
import { ageMsOf, readStat, type Stat, uptimeTicks } from '../../../process/proc/stat.ts';
import { redact } from '../../../redact.ts';
import type { ConnectionFact, PipeFact, ProcessFact } from '../../process-fact.ts';
import { keptEnvironment } from '../go/environment.ts';
import { type Counters, countersOf, none } from './activity.ts';
import { connectionsBySocket } from './connections.ts';
import { type Descriptors, isInside, readDescriptors } from './descriptors.ts';
import { editorOf } from './editor-of.ts';
import { isOrphan } from './is-orphan.ts';
import { pipesRead, pipesWritten } from './pipes.ts';
import { readWaits, threadsOf } from './threads-of.ts';

/** The kernel keeps 15 characters of a name. */
const namesOfGo =
  /^(go|gopls|dlv|git|git-remote-.*|ssh|gopackagesdrive|compile|link|asm|cgo|vet|buildid|staticcheck|golangci-lint)$/;
/** All children of these count: a packages driver, a GOCACHEPROG, an ssh of another name. */
const startersOfGo = /^(go|gopls|git)$/;
/** These count if they unpack into one of Go's caches. */
const archivers = /^(tar|bsdtar)$/;
/** These wait for EOF on a pipe. */
const readersOfGo = /^(go|gopls)$/;

/** The doctor sets this variable for what it starts. */
export const ownMarker = 'UNLATCH_DOCTOR';

export interface Pass {
  /** When the ages of the processes were measured, as Date.now() gives it. */
  readonly at: number;
  /** The same, as performance.now() gives it. */
  readonly begin: number;
  readonly processes: readonly ProcessFact[];
  /** Processes whose descriptors this user may not see: "gopls (pid 3)". */
  readonly hidden: readonly string[];
  /** The inodes of sockets, by process. */
  readonly sockets: ReadonlyMap<number, readonly number[]>;
  /** The counters of each of them at that time. */
  readonly counters: ReadonlyMap<number, Counters>;
  /** The start of every process of this machine in ticks since boot, by pid. */
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
 * @param mark an entry that must be in its environment; null: none.
 */
export function readProcesses(roots: readonly string[], mark: string | null): Pass {
  const stats = new Map<number, Stat>();
  for (const pid of readPids()) {
    const stat = readStat(pid);
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
  // A descendant of a process that counts works for it.
  const isBelow = ({ ppid }: Stat): boolean => {
    const parent = stats.get(ppid);
    return counts.has(ppid) || (parent !== undefined && parent.pid > 1 && isBelow(parent));
  };
  const found = all.filter(({ stat }) => counts.has(stat.pid) || isBelow(stat));
  const uptime = uptimeTicks();
  const [at, begin] = [Date.now(), performance.now()];
  const waits = readWaits();
  const connections = connectionsBySocket(found);
  const own = containerOf('self');
  return {
    at,
    begin,
    processes: found.map((one) => factOf(one, stats, uptime, connections, waits, own)),
    hidden,
    sockets: new Map(found.map(({ stat, descriptors }) => [stat.pid, descriptors?.sockets ?? []])),
    counters: new Map(found.map(({ stat }) => [stat.pid, countersOf(stat)])),
    starts: new Map([...stats.values()].map(({ pid, startTicks }) => [pid, startTicks])),
    roots,
  };
}

/** A process in the middle of exec, or a dead one, has an empty environment and counts. */
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
  ownContainer: string | null,
): ProcessFact {
  const { pid, ppid, group, name, state } = stat;
  const environ = readText(`/proc/${pid}/environ`);
  const environment = environ === null ? null : parseEnviron(environ);
  const container = containerOf(pid);
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
    ageMs: ageMsOf(stat, uptime),
    startTicks: stat.startTicks,
    did: none,
    cwd: readLink(`/proc/${pid}/cwd`),
    env: environment === null ? null : keptEnvironment(environment),
    settings: null,
    editor: name === 'gopls' ? editorOf(pid, stats) : null,
    workspace: null,
    aside: asideOf(command, environment),
    tracer: Number(tracer ?? 0) || null,
    // null: the doctor's own container, or none.
    container: container === ownContainer ? null : container,
    orphan: isOrphan(stat, stats),
    threads: threadsOf(pid, descriptors?.files ?? [], waits),
    files: descriptors?.files ?? [],
    connections: (descriptors?.sockets ?? []).flatMap((inode) => connections.get(inode) ?? []),
    pipes,
  };
}

/**
 * gopls and go start themselves again for telemetry, in a separate session, and do not wait for it.
 * Source: golang.org/x/telemetry/start.go, telemetryChildVar.
 */
function asideOf(command: readonly string[], env: Readonly<Record<string, string>> | null): ProcessFact['aside'] {
  if (command.some((word) => word.includes('** telemetry **')) || env?.['X_TELEMETRY_CHILD']) return 'telemetry';
  return env?.[ownMarker] === undefined ? null : 'unlatch';
}

/** gopls names a dozen fields on the command line of go list, which nobody wants to read. */
function shortened(word: string): string {
  const text = redact(word);
  return text.length > 160 ? `${text.slice(0, 160)}…` : text;
}

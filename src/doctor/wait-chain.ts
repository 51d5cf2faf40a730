/** Who waits for whom: gopls → go list → a flock ← an orphaned go → a silent connection. Pure over a snapshot. */
import { lockName } from '../go/lock-name.ts';
import { shortCommand } from './proc/processes.ts';
import { isFilesystemWait } from './proc/threads.ts';
import type { ConnectionFact, FileFact, ProcessFact, Snapshot, SocketFact } from './snapshot.ts';

export type Wait =
  /** In flock(2). No holders: somebody that cannot be seen from here. */
  | { readonly kind: 'lock'; readonly file: FileFact | null; readonly holders: readonly Link[] }
  /** For what it started. */
  | { readonly kind: 'children'; readonly children: readonly Link[] }
  | { readonly kind: 'network'; readonly connection: ConnectionFact }
  /** A client of a gopls daemon. */
  | { readonly kind: 'daemon'; readonly socket: SocketFact; readonly daemon: Link }
  /** Ctrl-Z, a debugger, SIGSTOP: it does nothing until it is let go on. */
  | { readonly kind: 'stopped' }
  /** In the kernel, for a filesystem that does not answer. */
  | { readonly kind: 'filesystem'; readonly wchan: string }
  /** It works, or it cannot be told. */
  | { readonly kind: 'nothing' };

export interface Link {
  readonly process: ProcessFact;
  readonly wait: Wait;
}

/** A byte that comes this late is slow; what is silent for longer has stalled. */
const silentAfterMs = 1500;
/** Where no one says since when a connection is silent, the age of an idle process stands in. */
const idleAfterMs = 10_000;
/** Less than this in the time of a snapshot is no work: the runtime of Go wakes up now and then. */
const idleBusyMs = 30;

/** A chain for each process that nobody else in the snapshot waits for, the longest first. */
export function chainsOf(snapshot: Snapshot): readonly Link[] {
  const links = linksOf(snapshot);
  const awaited = new Set([...links.values()].flatMap(({ wait }) => nextOf(wait).map(({ process }) => process.pid)));
  return [...links.values()]
    .filter(({ process }) => !awaited.has(process.pid))
    .sort((a, b) => lengthOf(b) - lengthOf(a) || a.process.pid - b.process.pid);
}

/** Every process of the snapshot with what it waits for. */
export function linksOf(snapshot: Snapshot): ReadonlyMap<number, Link> {
  const made = new Map<number, Link>();
  const linkTo = (process: ProcessFact, above: ReadonlySet<number>): Link => {
    const known = made.get(process.pid);
    if (known !== undefined) return known;
    // Two that wait for each other would make a chain without an end.
    const below = new Set([...above, process.pid]);
    const next = (others: readonly ProcessFact[]) =>
      others.filter(({ pid }) => !below.has(pid)).map((other) => linkTo(other, below));
    const link = { process, wait: waitOf(process, snapshot, next) };
    made.set(process.pid, link);
    return link;
  };
  for (const process of snapshot.processes) if (process.state !== 'Z') linkTo(process, new Set());
  return made;
}

export function nextOf(wait: Wait): readonly Link[] {
  switch (wait.kind) {
    case 'lock':
      return wait.holders;
    case 'children':
      return wait.children;
    case 'daemon':
      return [wait.daemon];
    default:
      return [];
  }
}

/** Whether the end of the chain is something that does not move by itself. */
export function isStuck({ wait }: Link): boolean {
  switch (wait.kind) {
    case 'nothing':
      return false;
    case 'lock':
      return !wait.holders.some(isAtWork);
    case 'children':
      return wait.children.some(isStuck);
    case 'daemon':
      return isStuck(wait.daemon);
    default:
      return true;
  }
}

/** A go that holds a lock and downloads will let go of it by itself. */
function isAtWork({ process, wait }: Link): boolean {
  if (!isGo(process) || wait.kind === 'stopped') return false;
  if (wait.kind === 'children') return wait.children.some(({ process: child }) => isBusy(child));
  if (wait.kind === 'lock') return wait.holders.some(isAtWork);
  return isBusy(process) || process.connections.some(({ silentMs }) => silentMs !== null && silentMs < silentAfterMs);
}

function waitOf(
  process: ProcessFact,
  snapshot: Snapshot,
  next: (processes: readonly ProcessFact[]) => readonly Link[],
): Wait {
  if (process.state === 'T' || process.state === 't') return { kind: 'stopped' };
  const waiting = lockWaitOf(process, snapshot);
  if (waiting !== null) return { kind: 'lock', file: waiting, holders: next(holdersOf(waiting, process, snapshot)) };
  if (process.threads.some(({ flockFd }) => flockFd !== null)) return { kind: 'lock', file: null, holders: [] };
  const hung = isBusy(process) ? undefined : process.threads.find(isFilesystemWait);
  if (hung !== undefined) return { kind: 'filesystem', wchan: hung.wchan };
  const socket = socketOf(process, snapshot);
  const daemon = snapshot.processes.find(({ pid, state }) => socket?.listeners.includes(pid) && state !== 'Z');
  if (socket !== null && daemon !== undefined && daemon.pid !== process.pid) {
    const [link] = next([daemon]);
    if (link !== undefined) return { kind: 'daemon', socket, daemon: link };
  }
  const children = childrenOf(process, snapshot);
  if (children.length > 0) return { kind: 'children', children: next(children) };
  const connection = silentConnection(process);
  return connection === null ? { kind: 'nothing' } : { kind: 'network', connection };
}

/** The file whose flock it waits for. Where the kernel does not tell the descriptor, the lock file that it has open without a lock. */
export function lockWaitOf(process: ProcessFact, snapshot: Snapshot): FileFact | null {
  const thread = process.threads.find(({ flockFd }) => flockFd !== null);
  if (thread === undefined) return null;
  const named = process.files.find(({ fd }) => fd === thread.flockFd);
  if (named !== undefined) return named;
  const open = process.files.filter(({ lock }) => lock === null);
  return (
    open.find((file) => holdersOf(file, process, snapshot).length > 0) ??
    open.find(({ path }) => path.includes('.lock')) ??
    null
  );
}

export function holdersOf(file: FileFact, waiter: ProcessFact, { processes }: Snapshot): readonly ProcessFact[] {
  return processes.filter(
    (other) =>
      other.pid !== waiter.pid &&
      other.state !== 'Z' &&
      other.files.some((own) => own.lock !== null && isSameFile(own, file)),
  );
}

/** The same inode; a container has it at another path, but under the same name. */
function isSameFile(a: FileFact, b: FileFact): boolean {
  const name = ({ path }: FileFact) =>
    path
      .replace(/ \(deleted\)$/, '')
      .split('/')
      .at(-1);
  return a.inode === null || b.inode === null ? a.path === b.path : a.inode === b.inode && name(a) === name(b);
}

/** The socket that a client of a daemon was given, or finds by itself. Source: gopls/internal/lsprpc/autostart_posix.go. */
function socketOf(process: ProcessFact, { sockets }: Snapshot): SocketFact | null {
  if (process.name !== 'gopls') return null;
  const remote = process.command.map((word) => /^--?remote=(.*)$/.exec(word)?.[1]).find((value) => value !== undefined);
  if (remote === undefined) return null;
  const path = /^unix;(.*)$/.exec(remote)?.[1];
  const listening = sockets.filter(({ listeners }) => listeners.length > 0);
  if (path !== undefined) return listening.find((socket) => socket.path === path) ?? null;
  return remote.startsWith('auto')
    ? (listening.find((socket) => /\/gopls-[0-9a-f]+-daemon\./.test(socket.path)) ?? null)
    : null;
}

/** What it started and waits for. The telemetry of gopls is a child as well, and nobody waits for that. */
export function childrenOf(process: ProcessFact, { processes }: Snapshot): readonly ProcessFact[] {
  if (!/^(go|gopls|git|git-remote-.*)$/.test(process.name)) return [];
  return processes.filter((child) => child.ppid === process.pid && child.state !== 'Z' && !isTelemetry(child));
}

function isTelemetry({ command }: ProcessFact): boolean {
  return command.some((word) => word.includes('** telemetry **'));
}

export function isGo({ name }: ProcessFact): boolean {
  return name === 'go';
}

/** At work while the snapshot was taken. One tick of the clock may fall upon whoever just looked whether there is work. */
export function isBusy({ busyMs }: ProcessFact): boolean {
  return busyMs > idleBusyMs;
}

/** An open connection on which nothing comes, of a process that does nothing else. */
export function silentConnection(process: ProcessFact): ConnectionFact | null {
  if (process.name === 'gopls' || isBusy(process)) return null;
  const silent = process.connections.filter(({ receiveQueueBytes, silentMs }) =>
    silentMs === null ? process.ageMs >= idleAfterMs && receiveQueueBytes === 0 : silentMs >= silentAfterMs,
  );
  return silent.length === process.connections.length ? (silent[0] ?? null) : null;
}

function lengthOf(link: Link): number {
  return 1 + Math.max(0, ...nextOf(link.wait).map(lengthOf));
}

/** "`go list` (pid 411, 12 min)" */
export function processText(process: ProcessFact): string {
  const orphan = process.orphan ? 'an orphaned ' : '';
  const where = process.container === null ? '' : `, container ${process.container}`;
  return `${orphan}${commandText(process)} (pid ${process.pid}, ${ageText(process.ageMs)}${where})`;
}

/** gopls is a name, `go list` a command. */
export function commandText(process: ProcessFact): string {
  const short = shortCommand(process);
  return short === 'gopls' ? short : `\`${short}\``;
}

/** "40 s", "12 min", "3 h" */
export function ageText(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 120) return `${seconds} s`;
  return seconds < 7200 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3600)} h`;
}

/** What it waits for, as one would say it: "the lock of rsc.io/quote@v1.5.2", "127.0.0.1:8080, which is silent for 12 min". */
export function waitText(wait: Wait): string | null {
  switch (wait.kind) {
    case 'lock':
      return wait.file === null ? 'a lock' : `the lock of ${lockName(wait.file.path)}`;
    case 'network': {
      const { remote, silentMs, state } = wait.connection;
      if (state === 'SYN_SENT') return `${remote}, which does not take the connection`;
      return `${remote}, which is silent${silentMs === null ? '' : ` for ${ageText(silentMs)}`}`;
    }
    case 'stopped':
      return 'SIGCONT: it is stopped';
    case 'filesystem':
      return `a filesystem that does not answer (${wait.wchan})`;
    default:
      return null;
  }
}

/** Wait chains: gopls → go list → a flock ← an orphaned go → a silent connection. Pure over a snapshot. */

import { nameInCache } from '../../go/lock-name.ts';
import { isFilesystemWait } from '../facts/process/threads.ts';
import type { FileFact, ProcessFact, SocketFact } from '../process-fact.ts';
import type { Snapshot } from '../snapshot.ts';
import { type Helper, idleHelper } from './helper.ts';
import { helperRoleOf } from './helper-role.ts';
import { isTreeMoving } from './moving.ts';
import { type NetworkWait, networkWaitOf } from './network-wait.ts';

export type Wait =
  /** In flock(2). No holders: the holder is invisible from here. */
  | { readonly kind: 'lock'; readonly file: FileFact | null; readonly holders: readonly Link[] }
  /** For its children. */
  | { readonly kind: 'children'; readonly children: readonly Link[] }
  /** For a program that should answer but does nothing. */
  | { readonly kind: 'helper'; readonly helper: Helper }
  | { readonly kind: 'network'; readonly network: NetworkWait }
  /** A client of a gopls daemon. */
  | { readonly kind: 'daemon'; readonly socket: SocketFact; readonly daemon: Link }
  /** Ctrl-Z, a debugger or SIGSTOP: it does nothing until it gets SIGCONT. */
  | { readonly kind: 'stopped' }
  /** In the kernel, for a filesystem that does not answer. */
  | { readonly kind: 'filesystem'; readonly wchan: string }
  /** It works, or nothing tells what it waits for. */
  | { readonly kind: 'nothing' };

export interface Link {
  readonly process: ProcessFact;
  readonly wait: Wait;
}

/** 'stuck': it will not continue by itself. 'slow': it is blocked but may continue. */
export type State = 'moving' | 'slow' | 'stuck';

/** One chain per process that no other process in the snapshot waits for, the longest first. */
export function chainsOf(snapshot: Snapshot): readonly Link[] {
  const links = linksOf(snapshot);
  const awaited = new Set([...links.values()].flatMap(({ wait }) => nextOf(wait).map(({ process }) => process.pid)));
  return [...links.values()]
    .filter(({ process }) => !awaited.has(process.pid))
    .sort((a, b) => lengthOf(b) - lengthOf(a) || a.process.pid - b.process.pid);
}

const known = new WeakMap<Snapshot, ReadonlyMap<number, Link>>();

/** Every process of the snapshot with what it waits for, by pid. */
export function linksOf(snapshot: Snapshot): ReadonlyMap<number, Link> {
  const before = known.get(snapshot);
  if (before !== undefined) return before;
  const made = new Map<number, Link>();
  const linkTo = (process: ProcessFact, above: ReadonlySet<number>): Link => {
    const done = made.get(process.pid);
    if (done !== undefined) return done;
    // Two processes that wait for each other would make an endless chain.
    const below = new Set([...above, process.pid]);
    const next = (others: readonly ProcessFact[]) =>
      others.filter(({ pid }) => !below.has(pid)).map((other) => linkTo(other, below));
    const link = { process, wait: waitOf(process, snapshot, next) };
    made.set(process.pid, link);
    return link;
  };
  for (const process of snapshot.processes) if (process.state !== 'Z') linkTo(process, new Set());
  known.set(snapshot, made);
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

/** The state of a waiter, by the end of its chain. */
export function stateOf(link: Link, snapshot: Snapshot): State {
  const { wait } = link;
  switch (wait.kind) {
    case 'nothing':
      return 'moving';
    case 'lock':
      return wait.holders.length === 0 ? 'stuck' : best(wait.holders.map((holder) => holderState(holder, snapshot)));
    case 'children':
      return worst(wait.children.map((child) => stateOf(child, snapshot)));
    case 'daemon':
      return stateOf(wait.daemon, snapshot);
    case 'network':
      return wait.network.pace === 'stalled' ? 'stuck' : 'slow';
    case 'helper':
      return wait.helper.pace === 'stalled' ? 'stuck' : 'slow';
    default:
      return 'stuck';
  }
}

/** A fully idle holder will not release the lock: it inherited or forgot it. */
export function holderState(holder: Link, snapshot: Snapshot): State {
  if (holder.wait.kind !== 'nothing') {
    const own = stateOf(holder, snapshot);
    if (own !== 'moving' || holder.wait.kind !== 'children') return own;
  }
  return isTreeMoving(holder.process, snapshot) ? 'moving' : idleHolderState(holder.process);
}

/** A go that has just started may be about to use the network. */
function idleHolderState(process: ProcessFact): State {
  return isGo(process) && process.connections.length > 0 ? 'slow' : 'stuck';
}

const order: readonly State[] = ['moving', 'slow', 'stuck'];

function best(states: readonly State[]): State {
  return order.find((state) => states.includes(state)) ?? 'moving';
}

function worst(states: readonly State[]): State {
  return order.findLast((state) => states.includes(state)) ?? 'moving';
}

function waitOf(
  process: ProcessFact,
  snapshot: Snapshot,
  next: (processes: readonly ProcessFact[]) => readonly Link[],
): Wait {
  if (process.state === 'T' || process.state === 't') return { kind: 'stopped' };
  const waiting = lockWaitOf(process, snapshot);
  if (waiting !== null)
    return { kind: 'lock', file: waiting, holders: next(otherHoldersOf(waiting, process, snapshot)) };
  if (process.threads.some(({ flockFd }) => flockFd !== null)) return { kind: 'lock', file: null, holders: [] };
  const hung = process.did.busyMs > 0 ? undefined : process.threads.find(isFilesystemWait);
  if (hung !== undefined) return { kind: 'filesystem', wchan: hung.wchan };
  const socket = socketOf(process, snapshot);
  const daemon = snapshot.processes.find(({ pid, state }) => socket?.listeners.includes(pid) && state !== 'Z');
  if (socket !== null && daemon !== undefined && daemon.pid !== process.pid) {
    const [link] = next([daemon]);
    if (link !== undefined) return { kind: 'daemon', socket, daemon: link };
  }
  const children = childrenOf(process, snapshot);
  const roles = children.map((child) => ({ child, role: helperRoleOf(child, process, children.length) }));
  const workers = roles.filter(({ role }) => role === null).map(({ child }) => child);
  if (workers.length > 0) return { kind: 'children', children: next(workers) };
  const idle = roles.flatMap(({ child, role }) => (role === null ? [] : (idleHelper(child, role, snapshot) ?? [])));
  // GOCACHEPROG lives as long as go and is mostly idle; go waits for its other children.
  const [helper] = idle.filter(({ role }) => role !== 'its GOCACHEPROG');
  if (helper !== undefined) return { kind: 'helper', helper };
  const network = asksNetwork(process) ? networkWaitOf(process, snapshot) : null;
  if (network !== null) return { kind: 'network', network };
  const [cacheProg] = idle;
  if (cacheProg !== undefined) return { kind: 'helper', helper: cacheProg };
  return children.length > 0 ? { kind: 'children', children: next(children) } : { kind: 'nothing' };
}

/** gopls waits for go; its own connections serve its debug pages. git's helpers are judged with git. */
function asksNetwork({ name }: ProcessFact): boolean {
  return name === 'go';
}

/** The file whose flock it waits for: by the descriptor, else the lock file it has open but not locked. */
export function lockWaitOf(process: ProcessFact, snapshot: Snapshot): FileFact | null {
  const thread = process.threads.find(({ flockFd }) => flockFd !== null);
  if (thread === undefined) return null;
  const named = process.files.find(({ fd }) => fd === thread.flockFd);
  if (named !== undefined) return named;
  const open = process.files.filter(({ lock }) => lock === null);
  return (
    open.find((file) => otherHoldersOf(file, process, snapshot).length > 0) ??
    open.find(({ path }) => path.includes('.lock')) ??
    null
  );
}

export function otherHoldersOf(file: FileFact, waiter: ProcessFact, { processes }: Snapshot): readonly ProcessFact[] {
  return processes.filter(
    (other) =>
      other.pid !== waiter.pid &&
      other.state !== 'Z' &&
      other.files.some((own) => own.lock !== null && isSameFile(own, file)),
  );
}

/** The same inode. Another container has it at another path. */
function isSameFile(a: FileFact, b: FileFact): boolean {
  if (a.inode === null || b.inode === null) return a.path === b.path;
  return a.inode === b.inode && nameInCache(a.path) === nameInCache(b.path);
}

/** The daemon socket that a client was given or finds. Source: gopls/internal/lsprpc/autostart_posix.go. */
export function socketOf(process: ProcessFact, { sockets }: Snapshot): SocketFact | null {
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

/** Programs that wait for their children to end. */
const waitsForChildren = /^(go|gopls|git|git-remote-.*|golangci-lint|staticcheck|dlv|gopackagesdrive)$/;

/** The children that it waits for, without the telemetry of gopls, which nobody waits for. */
export function childrenOf(process: ProcessFact, { processes }: Snapshot): readonly ProcessFact[] {
  if (!waitsForChildren.test(process.name)) return [];
  return processes.filter((child) => child.ppid === process.pid && child.state !== 'Z' && child.aside === null);
}

export function isGo({ name }: ProcessFact): boolean {
  return name === 'go';
}

function lengthOf(link: Link): number {
  return 1 + Math.max(0, ...nextOf(link.wait).map(lengthOf));
}

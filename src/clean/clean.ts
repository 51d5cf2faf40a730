/** Cleans Go's caches: looks, plans, takes each lock, looks again, removes. Law: docs/clean.md. */
import { closeSync, constants, fstatSync, lstatSync, openSync, type Stats, unlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import pLimit from 'p-limit';
import { errnoOf, UserError } from '../errors.ts';
import type { Env } from '../go/context.ts';
import { endTree } from './end-tree.ts';
import { entryOf, type Folder, openBelow, openFolder, removeTree } from './folder.ts';
import { holdersOf } from './holders.ts';
import { isListening } from './is-listening.ts';
import { identityOf, listCaches, type Unread } from './list-caches.ts';
import { batchSize, type Helper, type Locker, locker, type Taken } from './locks.ts';
import { describeProcess, isAt, listProcesses, type Process } from './processes.ts';
import { type Kept, type Kind, planClean, type Residue } from './residue.ts';
import { checkRoot, type Root, type RootKind } from './roots.ts';

export interface CleanRequest {
  /** GOCACHE; null leaves it alone. */
  readonly gocache: string | null;
  /** GOMODCACHE; null leaves it alone. */
  readonly gomodcache: string | null;
  /** Folders for temporary files and for sockets: TMPDIR, GOTMPDIR, XDG_RUNTIME_DIR. */
  readonly temporary: readonly string[];
  /** gopls's own cache, where scripts leave PID files; null leaves it alone. */
  readonly goplsCache: string | null;
  /** The user's home folder, which is never cleaned. */
  readonly home: string | null;
  /** Nothing is removed, created, locked or ended. */
  readonly dryRun: boolean;
  /** How long to wait for locks that somebody holds, all in all. */
  readonly waitMs: number;
  /** Processes to end first, each with all that it started. */
  readonly end: readonly number[];
  /** Where flock(1), perl or python3 are found. */
  readonly env: Env;
  readonly signal?: AbortSignal;
}

export interface BusyProcess {
  readonly pid: number;
  readonly command: string;
  readonly ageMs: number;
  readonly container: string | null;
}

/**
 * `planned`: of a dry run. `gone`: somebody else removed it. `changed`: it is not what it was any more, and stays.
 * `busy`: a lock is held, or a process is at it. `failed`: the system said no.
 */
export type CleanOutcome = 'planned' | 'removed' | 'gone' | 'changed' | 'busy' | 'failed';

export interface CleanItem {
  readonly path: string;
  readonly kind: Kind;
  readonly reason: string;
  readonly bytes: number;
  readonly outcome: CleanOutcome;
  /** What kept it from being removed. */
  readonly why: string | null;
  readonly holders: readonly BusyProcess[];
}

export interface CleanReport {
  readonly schema: 1;
  readonly dryRun: boolean;
  readonly roots: readonly { readonly kind: RootKind; readonly path: string; readonly found: boolean }[];
  readonly items: readonly CleanItem[];
  /** Looks like a leftover, and is left alone. */
  readonly kept: readonly Kept[];
  readonly unread: readonly Unread[];
  readonly ended: readonly { readonly pid: number; readonly command: string }[];
  /** What took the locks; null: none was needed, or nothing here can. */
  readonly helper: Helper | null;
  readonly removedBytes: number;
  readonly leftBytes: number;
  /** How many items a later clean has to remove; 0 is success. */
  readonly left: number;
}

/**
 * Removes what dead go, git and gopls processes left in Go's caches, and nothing that a living one needs.
 * @throws UserError when a root may not be cleaned, or a process may not be ended.
 */
export async function cleanCaches(request: CleanRequest): Promise<CleanReport> {
  const uid = userId();
  const { roots, looked, unread } = rootsOf(request, uid);
  const ended: Process[] = [];
  if (!request.dryRun) for (const pid of request.end) ended.push(...(await endTree(pid, uid)));
  const listing = await listCaches(roots);
  const plan = planClean(listing.candidates, Date.now(), uid);
  const locks = locker(request.env);
  const items = request.dryRun ? foreseen(plan.residue) : await apply(plan.residue, locks, request);
  const left = items.filter(({ outcome }) => outcome === 'planned' || outcome === 'busy' || outcome === 'failed');
  const bytesOf = (some: readonly CleanItem[]) => some.reduce((sum, { bytes }) => sum + bytes, 0);
  return {
    schema: 1,
    dryRun: request.dryRun,
    roots: looked,
    items,
    kept: plan.kept,
    unread: [...unread, ...listing.unread],
    ended: ended.map(({ pid, command }) => ({ pid, command })),
    helper: locks.helper(),
    removedBytes: bytesOf(items.filter(({ outcome }) => outcome === 'removed')),
    leftBytes: bytesOf(left),
    left: left.length,
  };
}

function userId(): number {
  const uid = process.geteuid?.();
  if (uid === undefined)
    throw new UserError('clean works on Linux and macOS: this system has no user ids and no flock');
  return uid;
}

function rootsOf(request: CleanRequest, uid: number) {
  const roots: Root[] = [];
  const looked: CleanReport['roots'][number][] = [];
  const unread: Unread[] = [];
  const take = (kind: RootKind, path: string) => {
    const root = checkRoot(kind, path, uid, request.home);
    looked.push({ kind, path: root?.path ?? path, found: root !== null });
    if (root !== null && !roots.some((other) => other.path === root.path)) roots.push(root);
  };
  if (request.gomodcache !== null) take('gomodcache', request.gomodcache);
  if (request.gocache !== null) take('gocache', request.gocache);
  const besides = [
    ...request.temporary.map((path) => ['temporary', path] as const),
    ...(request.goplsCache === null ? [] : [['gopls-cache', request.goplsCache] as const]),
  ];
  for (const [kind, path] of besides) {
    try {
      take(kind, path);
    } catch (error) {
      // Nobody asked for these by name.
      if (!(error instanceof UserError)) throw error;
      unread.push({ path, code: error.message });
    }
  }
  return { roots, looked, unread };
}

/** A dry run takes no lock; who holds one is read from /proc. */
function foreseen(residue: readonly Residue[]): readonly CleanItem[] {
  const identities = new Map<string, string>();
  for (const { candidate } of residue) {
    const stat = candidate.lock === null ? undefined : lstatSync(candidate.lock, { throwIfNoEntry: false });
    if (candidate.lock !== null && stat !== undefined) identities.set(candidate.lock, identityOf(stat));
  }
  const holders = holdersOf(new Set(identities.values()));
  return residue.map((one) => {
    const found = holders.get(identities.get(one.candidate.lock ?? '') ?? '') ?? [];
    return found.length === 0 ? ended(one, 'planned', null) : busy(one, found);
  });
}

/** One of Go's locks and what it guards; `null`: what no lock guards. */
interface Group {
  readonly lock: string | null;
  readonly root: string;
  readonly residue: readonly Residue[];
}

interface Held extends Disposable {
  readonly fd: number;
  readonly identity: string;
}

async function apply(residue: readonly Residue[], locks: Locker, request: CleanRequest): Promise<readonly CleanItem[]> {
  const byLock = new Map<string | null, Residue[]>();
  for (const one of residue) byLock.set(one.candidate.lock, [...(byLock.get(one.candidate.lock) ?? []), one]);
  const groups = [...byLock].map(
    ([lock, some]): Group => ({ lock, root: some[0]?.candidate.root ?? '', residue: some }),
  );
  const items: CleanItem[] = [];
  const late: Group[] = [];
  for (const group of groups.filter(({ lock }) => lock === null)) items.push(...(await removeAll(group.residue)));
  const guarded = groups.filter(({ lock }) => lock !== null);
  for (let at = 0; at < guarded.length; at += batchSize) {
    request.signal?.throwIfAborted();
    const opened = guarded.slice(at, at + batchSize).map((group) => ({ group, held: openLock(group) }));
    const usable = opened.filter((one): one is { group: Group; held: Held } => typeof one.held !== 'string');
    for (const { group, held } of opened)
      if (typeof held === 'string') items.push(...group.residue.map((one) => ended(one, ...outcomeOf(held))));
    try {
      const taken = await locks.tryAll(usable.map(({ held }) => held.fd));
      for (const [index, { group, held }] of usable.entries()) {
        const state = taken[index] ?? 'no-helper';
        if (state === 'busy') late.push(group);
        else items.push(...(await withLock(group, held, state)));
      }
    } finally {
      for (const { held } of usable) held[Symbol.dispose]();
    }
  }
  items.push(...(await waitForAll(late, locks, request)));
  return items;
}

/** All that are busy share one deadline. */
async function waitForAll(late: readonly Group[], locks: Locker, request: CleanRequest): Promise<readonly CleanItem[]> {
  const deadlineMs = performance.now() + request.waitMs;
  const limit = pLimit(16);
  const waited = await Promise.all(
    late.map((group) =>
      limit(async () => {
        const held = openLock(group);
        if (typeof held === 'string') return group.residue.map((one) => ended(one, ...outcomeOf(held)));
        using _ = held;
        const restMs = deadlineMs - performance.now();
        const [now = 'busy'] =
          restMs > 0 ? [await locks.wait(held.fd, restMs, request.signal)] : await locks.tryAll([held.fd]);
        request.signal?.throwIfAborted();
        if (now !== 'busy') return await withLock(group, held, now);
        const holders = holdersOf(new Set([held.identity])).get(held.identity) ?? [];
        return group.residue.map((one) => busy(one, holders));
      }),
    ),
  );
  return waited.flat();
}

async function withLock(group: Group, held: Held, state: Taken): Promise<readonly CleanItem[]> {
  const { lock } = group;
  if (state === 'no-helper') {
    return group.residue.map((one) =>
      ended(one, 'failed', 'nothing here can take its lock: install flock (util-linux), perl or python3'),
    );
  }
  if (state === 'unsupported') {
    return group.residue.map((one) =>
      ended(one, 'failed', 'its lock cannot be taken: flock fails on this filesystem, for go too'),
    );
  }
  // Somebody who deletes lock files made room for another one meanwhile: ours excludes nobody.
  const stat = lock === null ? undefined : lstatSync(lock, { throwIfNoEntry: false });
  if (stat === undefined || identityOf(stat) !== held.identity) {
    return group.residue.map((one) => ended(one, 'busy', 'its lock file was replaced meanwhile'));
  }
  return await removeAll(group.residue);
}

const { O_RDWR, O_CREAT, O_NOFOLLOW, O_NONBLOCK } = constants;

/**
 * Opens a lock file as cmd/go does (lockedfile.MutexAt): it is made when it is missing, and never removed. For writing,
 * since NFS grants an exclusive lock to nobody else. A text: why there is none.
 */
function openLock({ lock, root }: Group): Held | string {
  if (lock === null) return 'EINVAL';
  try {
    using base = openFolder(root);
    using folder = openBelow(base, dirname(lock));
    if (folder === null) return 'ELOOP';
    const fd = openSync(entryOf(folder, basename(lock)), O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK, 0o666);
    const stat = fstatSync(fd);
    const held = { fd, identity: identityOf(stat), [Symbol.dispose]: () => closeSync(fd) };
    if (stat.isFile()) return held;
    held[Symbol.dispose]();
    return 'ELOOP';
  } catch (error) {
    return codeOf(error);
  }
}

async function removeAll(residue: readonly Residue[]): Promise<readonly CleanItem[]> {
  const items: CleanItem[] = [];
  for (const one of residue) items.push(await remove(one));
  return items;
}

async function remove(one: Residue): Promise<CleanItem> {
  const { path, root, kind, identity } = one.candidate;
  const name = basename(path);
  try {
    using base = openFolder(root);
    using folder = openBelow(base, dirname(path));
    if (folder === null) return ended(one, 'changed', 'a folder on the way to it is no plain folder any more');
    const entry = entryOf(folder, name);
    const stat = lstatSync(entry, { throwIfNoEntry: false });
    if (stat === undefined) return ended(one, 'gone', null);
    if (identityOf(stat) !== identity || hasChanged(stat, one))
      return ended(one, 'changed', 'it was written to meanwhile');
    const users = usersNow(one);
    if (users.length > 0) return busy(one, users);
    if (kind === 'partial' && isThere(base, one.candidate.tree))
      return ended(one, 'changed', 'the module is being extracted');
    if (kind === 'daemon-socket' && (await isListening(entry)) !== false)
      return ended(one, 'changed', 'a daemon answers there');
    if (kind === 'work-folder') removeTree(folder, name);
    else unlinkSync(entry);
    return ended(one, 'removed', null);
  } catch (error) {
    return ended(one, ...outcomeOf(codeOf(error)));
  }
}

function hasChanged(stat: Stats, { candidate: { kind, modifiedMs }, bytes }: Residue): boolean {
  return stat.mtimeMs !== modifiedMs || (kind !== 'work-folder' && stat.size !== bytes);
}

/** git's lock files are git's, not go's: the lock of the repository keeps go's git away, and a `git gc` in the background not. */
function usersNow({ candidate: { kind, lock } }: Residue): readonly Process[] {
  if ((kind !== 'git-lock' && kind !== 'git-temp') || lock === null) return [];
  const repository = lock.slice(0, -'.lock'.length);
  return listProcesses().filter((process) => process.pid !== globalThis.process.pid && isAt(process, repository));
}

/** Whether the extracted module is there, also when it cannot be told. */
function isThere(base: Folder, tree: string | null): boolean {
  if (tree === null) return true;
  try {
    using parent = openBelow(base, dirname(tree));
    return parent === null || lstatSync(join(entryOf(parent, basename(tree))), { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return false;
    throw error;
  }
}

function ended(one: Residue, outcome: CleanOutcome, why: string | null): CleanItem {
  const { path, kind, reason, bytes } = one;
  return { path, kind, reason, bytes, outcome, why, holders: [] };
}

function busy(one: Residue, holders: readonly Process[]): CleanItem {
  const nowMs = Date.now();
  const named = holders.map((process) => describeProcess(process, nowMs));
  const by =
    named.length === 0 ? 'a process that cannot be seen from here (another user, another container)' : named.join('; ');
  return {
    ...ended(one, 'busy', `held by ${by}`),
    holders: holders.map(({ pid, command, startedMs, container }) => ({
      pid,
      command,
      ageMs: Math.max(0, nowMs - startedMs),
      container,
    })),
  };
}

function codeOf(error: unknown): string {
  const code = errnoOf(error);
  if (code === undefined) throw error;
  return code;
}

const words: ReadonlyMap<string, string> = new Map([
  ['EACCES', 'not permitted; the files belong to somebody else, or their folder is read-only'],
  ['EPERM', 'not permitted; the files belong to somebody else, or their folder is read-only'],
  ['EROFS', 'the filesystem is read-only'],
  ['EXDEV', 'something else is mounted below it'],
  ['EBUSY', 'something is mounted on it'],
  ['ELOOP', 'its lock file, or a folder on the way to it, is no plain one'],
  ['ENOTEMPTY', 'something was written into it meanwhile'],
]);

function outcomeOf(code: string): [CleanOutcome, string | null] {
  if (code === 'ENOENT' || code === 'ENOTDIR') return ['gone', null];
  return ['failed', words.get(code) ?? `the system says ${code}`];
}

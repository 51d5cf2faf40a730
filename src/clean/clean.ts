/**
 * Cleans Go's caches: lists, plans, takes each lock, checks again, removes. Rules: docs/clean.md.
 */
import { lstatSync } from 'node:fs';
import { UserError } from '../errors.ts';
import type { Env } from '../go/context.ts';
import { endTree } from '../process/end-tree.ts';
import { holdersOf } from '../process/proc/flock-holders.ts';
import type { Process } from '../process/proc/process-table.ts';
import { apply } from './apply.ts';
import { type Bound, type BoundReport, boundCaches } from './bound/bound.ts';
import { busy, type CleanItem, ended } from './clean-item.ts';
import { clearLeftMounts, type LeftMounts } from './left-mounts.ts';
import { identityOf, listCaches, type Unread } from './list-caches.ts';
import { type LockHelper, locker } from './locks.ts';
import { isInLayerBelow, overlayOf } from './overlay.ts';
import { type Kept, planClean, type Residue } from './residue.ts';
import { checkRoot, type Root, type RootKind } from './roots.ts';

export interface CleanRequest {
  /** GOCACHE; null: leave it alone. */
  readonly gocache: string | null;
  /** GOMODCACHE; null: leave it alone. */
  readonly gomodcache: string | null;
  /** Folders for temporary files and sockets: TMPDIR, GOTMPDIR, XDG_RUNTIME_DIR. */
  readonly temporary: readonly string[];
  /** gopls's own cache, where scripts leave PID files; null: leave it alone. */
  readonly goplsCache: string | null;
  /** golangci-lint's cache; null: leave it alone. Only a bound asks for it. */
  readonly lintCache?: string | null;
  /** Remove what was not used for longest, too. */
  readonly bound?: Bound | null;
  /** The user's home folder, which is never cleaned. */
  readonly home: string | null;
  /** Remove, create, lock and end nothing. */
  readonly dryRun: boolean;
  /** Look for mounts of dead jobs of the action, too. */
  readonly leftMounts?: boolean;
  /** How long to wait for held locks, in total. */
  readonly waitMs: number;
  /** Processes to end first, each with all its descendants. */
  readonly end: readonly number[];
  /** Its PATH is searched for flock(1), perl and python3. */
  readonly env: Env;
  readonly signal?: AbortSignal;
}

export interface CleanReport {
  readonly schema: 1;
  readonly dryRun: boolean;
  readonly roots: readonly { readonly kind: RootKind; readonly path: string; readonly found: boolean }[];
  readonly items: readonly CleanItem[];
  /** Looks like a leftover, but stays. */
  readonly kept: readonly Kept[];
  readonly unread: readonly Unread[];
  readonly ended: readonly { readonly pid: number; readonly command: string }[];
  /** The program that took the locks; null: none was needed or found. */
  readonly helper: LockHelper | null;
  /** What the disk got back. */
  readonly removedBytes: number;
  readonly leftBytes: number;
  /** How many items are still to be removed; 0 is success. */
  readonly left: number;
  /** Mounts of caches that dead jobs left. */
  readonly mounts?: readonly LeftMounts[];
  /** null: no bound was asked for. */
  readonly bound: BoundReport | null;
}

/**
 * Removes what dead go, git and gopls processes left in Go's caches, and nothing that a running one
 * needs.
 * @throws UserError when a root or a process is refused.
 */
export async function cleanCaches(request: CleanRequest): Promise<CleanReport> {
  const uid = userId();
  const { roots, looked, unread } = rootsOf(request, uid);
  const ended: Process[] = [];
  if (!request.dryRun) for (const pid of request.end) ended.push(...(await endTree(pid, uid)));
  const listing = await listCaches(roots);
  const plan = planClean(listing.candidates, Date.now(), uid);
  const locks = locker(request.env);
  const inLayers = pathsInLayers(roots, plan.residue);
  const done = request.dryRun ? foreseen(plan.residue) : await apply(plan.residue, locks, request);
  const items = done.map((item) => (inLayers.has(item.path) ? { ...item, isInLayer: true } : item));
  const { dryRun, signal } = request;
  const bound = request.bound ? await boundCaches(roots, request.bound, { uid, dryRun, locks, signal }) : null;
  const mounts = request.leftMounts === true ? await clearLeftMounts(uid, dryRun) : [];
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
    removedBytes: bytesOf(items.filter(({ outcome, isInLayer }) => outcome === 'removed' && isInLayer !== true)),
    leftBytes: bytesOf(left),
    left: left.length + mounts.filter(({ outcome }) => outcome !== 'removed').length,
    mounts,
    bound,
  };
}

function userId(): number {
  const uid = process.geteuid?.();
  if (uid === undefined)
    throw new UserError('clean works only on Linux and macOS: this system has no user ids and no flock');
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
    ...(request.lintCache ? [['lint-cache', request.lintCache] as const] : []),
  ];
  for (const [kind, path] of besides) {
    try {
      take(kind, path);
    } catch (error) {
      // The user did not name these.
      if (!(error instanceof UserError)) throw error;
      unread.push({ path, code: error.message });
    }
  }
  return { roots, looked, unread };
}

function pathsInLayers(roots: readonly Root[], residue: readonly Residue[]): ReadonlySet<string> {
  const overlays = new Map(roots.map(({ path }) => [path, overlayOf(path)]));
  const isBelow = ({ path, candidate: { root } }: Residue) => {
    const overlay = overlays.get(root) ?? null;
    return overlay !== null && isInLayerBelow(overlay, path);
  };
  return new Set(residue.filter(isBelow).map(({ path }) => path));
}

/** A dry run takes no lock, and reads the holders from /proc. */
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

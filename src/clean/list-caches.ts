/**
 * Finds entries whose names may be leftovers. Reads cache/download, cache/vcs and GOCACHE, but
 * never the extracted modules: they are most of a module cache, go keeps nothing of its own in
 * them, and a module may ship a file named `lock`.
 *
 * All calls are synchronous: in Node they are much cheaper, and a big cache needs many.
 */
import { lstatSync, readdirSync, type Stats } from 'node:fs';
import { basename, join } from 'node:path';
import { errnoOf } from '../errors.ts';
import { parseMountinfo } from '../process/proc/mounts.ts';
import { ownMountinfo } from './own-mountinfo.ts';
import { type CachePart, type Candidate, type Kind, kindOf } from './residue.ts';
import type { Root } from './roots.ts';
import { type Found, withUses } from './uses.ts';

/** A folder that could not be read. */
export interface Unread {
  readonly path: string;
  /** "EACCES" */
  readonly code: string;
}

export interface Listing {
  readonly candidates: readonly Candidate[];
  readonly unread: readonly Unread[];
}

interface Walk {
  readonly root: Root;
  readonly device: number;
  readonly mounts: ReadonlySet<string>;
  readonly found: Found[];
  readonly unread: Unread[];
}

export async function listCaches(roots: readonly Root[]): Promise<Listing> {
  const found: Found[] = [];
  const unread: Unread[] = [];
  const mounts = mountPoints();
  for (const root of roots) {
    const stat = statOf(root.path, unread);
    if (stat === null) continue;
    const walk: Walk = { root, device: stat.dev, mounts, found, unread };
    if (root.kind === 'gomodcache') listModules(walk);
    else if (root.kind === 'gocache' || root.kind === 'lint-cache') listBuilds(walk);
    else listTemporary(walk);
  }
  return { candidates: await withUses(found, mounts), unread };
}

function listModules(walk: Walk): void {
  const cache = join(walk.root.path, 'cache');
  if (!isInside(walk, cache)) return;
  // Skips the copy of the checksum database: go writes it in place, under locks.
  const pending = [join(cache, 'download')];
  const database = join(cache, 'download', 'sumdb');
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    if (at === database || !isInside(walk, at)) continue;
    const versions = basename(at) === '@v';
    for (const entry of entriesOf(walk, at)) {
      // If the filesystem does not report the type, isInside looks it up.
      if (!versions && (entry.isDirectory() || isUnknown(entry))) pending.push(join(at, entry.name));
      else if (versions) addVersionFile(walk, at, entry.name);
    }
  }
  listRepositories(walk, join(cache, 'vcs'));
}

function addVersionFile(walk: Walk, folder: string, name: string): void {
  const match = kindOf('versions', name);
  if (match === null) return;
  const { kind, version } = match;
  const module = folder.slice(join(walk.root.path, 'cache', 'download').length + 1, -'/@v'.length);
  add(walk, join(folder, name), kind, {
    lock: version === null ? null : join(folder, `${version}.lock`),
    tree: kind === 'partial' ? join(walk.root.path, `${module}@${version}`) : null,
  });
}

function listRepositories(walk: Walk, vcs: string): void {
  if (!isInside(walk, vcs)) return;
  for (const entry of entriesOf(walk, vcs)) {
    // modfetch/codehost/codehost.go, WorkDir: the SHA-256 of VCS kind and URL.
    if (!/^[0-9a-f]{64}$/.test(entry.name)) continue;
    const repository = join(vcs, entry.name);
    const lock = `${repository}.lock`;
    addMatches(walk, repository, 'repository', lock);
    const objects = join(repository, 'objects');
    if (isInside(walk, repository) && isInside(walk, objects)) addMatches(walk, join(objects, 'pack'), 'packs', lock);
  }
}

/**
 * No version of cmd/go leaves temporary files among the entries. go neither reads nor trims those
 * of other programs.
 */
function listBuilds(walk: Walk): void {
  addMatches(walk, walk.root.path, 'gocache', null);
  for (let prefix = 0; prefix < 256; prefix++) {
    addMatches(walk, join(walk.root.path, prefix.toString(16).padStart(2, '0')), 'entries', null);
  }
}

function listTemporary(walk: Walk): void {
  const { kind, path } = walk.root;
  addMatches(walk, path, kind === 'temporary' ? 'temporary' : 'gopls-cache', null);
  if (kind === 'temporary') return;
  for (const entry of entriesOf(walk, path)) {
    // gopls/internal/filecache: one folder per gopls binary.
    if (/^[0-9a-f]{8}$/.test(entry.name)) addMatches(walk, join(path, entry.name), 'gopls-cache', null);
  }
}

/** Goes by names: entries with other names cost no further call. */
function addMatches(walk: Walk, folder: string, place: CachePart, lock: string | null): void {
  if (!isInside(walk, folder)) return;
  for (const name of namesOf(walk, folder)) {
    const kind = kindOf(place, name)?.kind;
    if (kind !== undefined) add(walk, join(folder, name), kind, { lock, tree: null });
  }
}

function add(walk: Walk, path: string, kind: Kind, { lock, tree }: Pick<Candidate, 'lock' | 'tree'>): void {
  const stat = statOf(path, walk.unread);
  // A zip or go.mod that is not empty is no leftover.
  if (stat === null || ((kind === 'zip' || kind === 'mod') && stat.size > 0)) return;
  walk.found.push({
    path,
    root: walk.root.path,
    kind,
    type: typeOf(stat),
    bytes: kind === 'work-folder' && stat.isDirectory() ? bytesBelow(walk, path) : stat.size,
    modifiedMs: stat.mtimeMs,
    uid: stat.uid,
    identity: identityOf(stat),
    lock,
    tree,
    sharedBy: walk.root.sharedBy,
  });
}

export function identityOf(stat: Stats): string {
  return `${stat.dev}:${stat.ino}`;
}

export function typeOf(stat: Stats): Candidate['type'] {
  return stat.isFile() ? 'file' : stat.isDirectory() ? 'folder' : stat.isSocket() ? 'socket' : 'other';
}

function bytesBelow(walk: Walk, folder: string): number {
  let bytes = 0;
  const pending = [folder];
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    if (!isInside(walk, at)) continue;
    for (const entry of entriesOf(walk, at)) {
      const path = join(at, entry.name);
      if (entry.isDirectory()) pending.push(path);
      else if (entry.isFile()) bytes += statOf(path, walk.unread)?.size ?? 0;
    }
  }
  return bytes;
}

/** Whether it is a folder, not a symlink to one, on the root's own mount. */
function isInside(walk: Walk, path: string): boolean {
  const stat = statOf(path, walk.unread);
  return (
    stat?.isDirectory() === true && stat.dev === walk.device && (path === walk.root.path || !walk.mounts.has(path))
  );
}

function statOf(path: string, unread: Unread[]): Stats | null {
  return read(path, unread, () => lstatSync(path, { throwIfNoEntry: false }) ?? null);
}

function namesOf({ unread }: Walk, folder: string): readonly string[] {
  return read(folder, unread, () => readdirSync(folder)) ?? [];
}

function entriesOf({ unread }: Walk, folder: string) {
  return read(folder, unread, () => readdirSync(folder, { withFileTypes: true })) ?? [];
}

/** null: gone meanwhile, or recorded as unread. */
function read<T>(path: string, unread: Unread[], from: () => T): T | null {
  try {
    return from();
  } catch (error) {
    const code = errnoOf(error);
    if (code === undefined) throw error;
    if (code !== 'ENOENT' && code !== 'ENOTDIR') unread.push({ path, code });
    return null;
  }
}

function isUnknown(entry: {
  isFile(): boolean;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
  isSocket(): boolean;
  isFIFO(): boolean;
  isBlockDevice(): boolean;
  isCharacterDevice(): boolean;
}): boolean {
  return !(
    entry.isFile() ||
    entry.isDirectory() ||
    entry.isSymbolicLink() ||
    entry.isSocket() ||
    entry.isFIFO() ||
    entry.isBlockDevice() ||
    entry.isCharacterDevice()
  );
}

/** All mount points, including bind mounts on the same device. */
function mountPoints(): ReadonlySet<string> {
  return new Set(parseMountinfo(ownMountinfo()).map(({ mountPoint }) => mountPoint));
}

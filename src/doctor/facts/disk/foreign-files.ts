/**
 * Files and folders in the caches that this process cannot write to, such as those that one
 * `sudo -E go build` leaves behind. A sample: the 256 folders of GOCACHE, and the files that every go
 * command opens for writing.
 */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { errnoOf } from '../../../errors.ts';
import type { ForeignFact } from '../../cache-fact.ts';
import type { CachePaths } from './cache-facts.ts';
import { isWritable } from './is-writable.ts';

/** Upper bound of folders checked per cache. */
const foldersLimit = 300;

/** May never settle if a filesystem does not answer. */
export async function foreignFiles({ gocache, gomodcache, gopls }: CachePaths): Promise<readonly ForeignFact[]> {
  const uid = process.geteuid?.() ?? -1;
  const found = async (role: ForeignFact['role'], cache: string | null, paths: (cache: string) => Promise<string[]>) =>
    cache === null ? [] : await foreign(role, cache, await paths(cache), uid);
  return [
    ...(await found('GOCACHE', gocache, ofGocache)),
    ...(await found('GOMODCACHE', gomodcache, ofGomodcache)),
    ...(await found('the cache of gopls', gopls, (cache) => foldersBelow(cache, 2))),
  ];
}

/** Source: cmd/go/internal/cache/cache.go, Open and Trim; test.go, testexpire.txt. */
async function ofGocache(cache: string): Promise<string[]> {
  const folders = Array.from({ length: 256 }, (_, byte) => join(cache, byte.toString(16).padStart(2, '0')));
  return [join(cache, 'trim.txt'), join(cache, 'testexpire.txt'), ...folders];
}

/** Source: cmd/go/internal/modfetch/cache.go, SideLock and lockVersion. */
async function ofGomodcache(cache: string): Promise<string[]> {
  return [join(cache, 'cache/lock'), ...(await foldersBelow(join(cache, 'cache/download'), 8))];
}

/** Level by level, without the folder itself. */
async function foldersBelow(folder: string, levels: number): Promise<string[]> {
  const all: string[] = [];
  for (let level = [folder], depth = 0; depth < levels && level.length > 0; depth += 1) {
    const next = (await Promise.all(level.map(foldersIn))).flat();
    level = next.slice(0, Math.max(0, foldersLimit - all.length));
    all.push(...level);
  }
  return all;
}

async function foldersIn(path: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(path, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(path, name));
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return [];
  }
}

async function foreign(
  role: ForeignFact['role'],
  cache: string,
  paths: readonly string[],
  own: number,
): Promise<readonly ForeignFact[]> {
  const facts = await Promise.all(paths.map((path) => foreignFact(role, cache, path, own)));
  return facts.filter((fact) => fact !== null);
}

/** Asks the kernel whether it is writable: groups, ACLs and capabilities count, not only the uid. */
async function foreignFact(
  role: ForeignFact['role'],
  cache: string,
  path: string,
  own: number,
): Promise<ForeignFact | null> {
  try {
    const { uid, mode } = await stat(path);
    // A complete module cache may be read-only on purpose, but every go command writes to GOCACHE.
    if ((uid === own && role !== 'GOCACHE') || (await isWritable(path))) return null;
    return { role, cache, path, uid, mode: (mode & 0o7777).toString(8) };
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return null;
  }
}

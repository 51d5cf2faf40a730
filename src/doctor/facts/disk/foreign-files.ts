/**
 * Files and folders inside the caches that this process may not write, as those of another user: what one `sudo -E go build`
 * leaves in the caches of whoever ran it. A sample: the 256 folders of GOCACHE, and the files that each go command opens to write.
 */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { errnoOf } from '../../../errors.ts';
import type { ForeignFact } from '../../cache-fact.ts';
import type { CachePaths } from './cache-facts.ts';
import { isWritable } from './is-writable.ts';

/** How many folders of one cache are looked at. */
const foldersLimit = 300;

/** It may never settle, where a filesystem does not answer. */
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

/** Level by level, the folder itself left out. */
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

/** Whether it can be written is asked of the kernel: groups, ACLs and capabilities count, and the number of a user tells none of them. */
async function foreignFact(
  role: ForeignFact['role'],
  cache: string,
  path: string,
  own: number,
): Promise<ForeignFact | null> {
  try {
    const { uid, mode } = await stat(path);
    // A module cache may be read-only on purpose, and whole; into GOCACHE every go command writes.
    if ((uid === own && role !== 'GOCACHE') || (await isWritable(path))) return null;
    return { role, cache, path, uid, mode: (mode & 0o7777).toString(8) };
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return null;
  }
}

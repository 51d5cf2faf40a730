/** Extracted modules that stand in the way of an archive: go makes their folders read-only. */
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { errnoOf } from '../../../errors.ts';
import type { CacheFact } from '../../cache-fact.ts';
import { isWritable } from './is-writable.ts';

/** Folders that are read at most: a module cache may have thousands, and one tells. */
const foldersLimit = 100;

/**
 * Its age is that of the last change of its inode, which neither tar nor touch can set. Whether it can be written is asked of the
 * kernel: a uid of 0 may lack the capability, and -modcacherw leaves folders writable.
 * @param now milliseconds, as Date.now() gives them.
 */
export async function oldestReadOnlyModule(gomodcache: string, now: number): Promise<CacheFact['readOnlyModule']> {
  const folders = [gomodcache];
  let oldest: CacheFact['readOnlyModule'] = null;
  for (let at = 0; at < Math.min(folders.length, foldersLimit); at += 1) {
    const folder = folders[at] ?? gomodcache;
    for (const name of await foldersIn(folder)) {
      const path = join(folder, name);
      if (path === join(gomodcache, 'cache')) continue;
      if (!name.includes('@')) {
        folders.push(path);
        continue;
      }
      const ageMs = await ageOfReadOnly(path, now);
      if (ageMs !== null && ageMs > (oldest?.ageMs ?? -1)) oldest = { path, ageMs };
    }
  }
  return oldest;
}

/** Null: it can be written, or has gone. */
async function ageOfReadOnly(path: string, now: number): Promise<number | null> {
  try {
    if (await isWritable(path)) return null;
    // Of a folder that is there tar changes the times and the mode; of a file that it cannot replace, nothing.
    const file = (await readdir(path, { withFileTypes: true })).find((entry) => entry.isFile());
    const { ctimeMs } = await lstat(file === undefined ? path : join(path, file.name));
    return Math.max(0, now - ctimeMs);
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return null;
  }
}

async function foldersIn(path: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(path, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return [];
  }
}

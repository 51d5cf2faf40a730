/** Extracted modules that block unpacking an archive: go makes their folders read-only. */
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { errnoOf } from '../../../errors.ts';
import type { CacheFact } from '../../cache-fact.ts';
import { isWritable } from './is-writable.ts';

/** Upper bound of folders read: a module cache may have thousands, and one is enough. */
const foldersLimit = 100;

/**
 * Ages are by ctime, which neither tar nor touch can set. The kernel decides what is writable: uid 0
 * may lack the capability, and -modcacherw leaves folders writable.
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

/** null: writable, or gone. */
async function ageOfReadOnly(path: string, now: number): Promise<number | null> {
  try {
    if (await isWritable(path)) return null;
    // tar changes the times and mode of an existing folder, but nothing of a file it cannot replace.
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

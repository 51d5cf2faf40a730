/** Files in a folder in which others make and remove things at any time. */
import type { Dirent } from 'node:fs';
import { link, mkdir, open, readdir, rmdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { errnoOf } from '../../../errors.ts';

export async function writeNew(file: string, text: string): Promise<void> {
  const handle = await open(file, 'wx');
  try {
    await handle.writeFile(text);
  } finally {
    await handle.close();
  }
}

export async function flush(path: string): Promise<void> {
  // Windows opens no folder.
  if (process.platform === 'win32') return;
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A pruner may remove the empty folder in between. */
export async function linkInto(from: string, to: string): Promise<void> {
  for (;;) {
    await mkdir(dirname(to), { recursive: true });
    try {
      return await link(from, to);
    } catch (error) {
      if (errnoOf(error) !== 'ENOENT' || (await orNull(stat(from))) === null) throw error;
    }
  }
}

/** @returns false: something is in it. */
export async function removeEmpty(folder: string): Promise<boolean> {
  try {
    await rmdir(folder);
    return true;
  } catch (error) {
    const code = errnoOf(error) ?? '';
    if (code === 'ENOENT') return true;
    if (['ENOTEMPTY', 'EEXIST', 'EBUSY', 'EPERM'].includes(code)) return false;
    throw error;
  }
}

/** null: it is not there. */
export async function orNull<T>(task: Promise<T>): Promise<T | null> {
  try {
    return await task;
  } catch (error) {
    const code = errnoOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw error;
  }
}

export async function namesIn(folder: string): Promise<readonly string[]> {
  return (await orNull(readdir(folder))) ?? [];
}

export async function entriesIn(folder: string): Promise<readonly Dirent[]> {
  return (await orNull(readdir(folder, { withFileTypes: true }))) ?? [];
}

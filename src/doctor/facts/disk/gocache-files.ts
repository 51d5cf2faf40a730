/** The files of GOCACHE, whole or a sample: two letters of a hash name their folder. */
import type { Stats } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { orNothing } from './or-nothing.ts';

const sampleSize = 500;

export interface GocacheFile {
  readonly path: string;
  readonly stat: Stats;
}

export const gocacheFolders: readonly string[] = Array.from({ length: 256 }, (_, byte) =>
  byte.toString(16).padStart(2, '0'),
);

/** Names are hashes, so any folder is a fair sample; a small cache is read whole. */
export async function sampleOfGocache(gocache: string): Promise<readonly GocacheFile[]> {
  const files: GocacheFile[] = [];
  for (const folder of gocacheFolders) {
    if (files.length >= sampleSize) break;
    files.push(...(await filesIn(join(gocache, folder), sampleSize)));
  }
  return files;
}

/** @param until as performance.now() gives it. `whole` is false if that came first. */
export async function allOfGocache(
  gocache: string,
  until: number,
): Promise<{ readonly files: readonly GocacheFile[]; readonly whole: boolean }> {
  const files: GocacheFile[] = [];
  for (const folder of gocacheFolders) {
    if (performance.now() > until) return { files, whole: false };
    files.push(...(await filesIn(join(gocache, folder), Number.POSITIVE_INFINITY)));
  }
  return { files, whole: true };
}

async function filesIn(folder: string, limit: number): Promise<readonly GocacheFile[]> {
  const names = (await orNothing(readdir(folder))) ?? [];
  const found = names.slice(0, limit).map(async (name) => {
    const path = join(folder, name);
    const stat = await orNothing(lstat(path));
    return stat === null ? [] : [{ path, stat }];
  });
  return (await Promise.all(found)).flat();
}

import { lstatSync, lutimesSync } from 'node:fs';
import { join } from 'node:path';
import { errnoOf } from '../../errors.ts';
import { isUsed, markAt } from '../entries/mark-entries.ts';
import { readDownloadedFiles } from './downloaded-modules.ts';
import { downloadOf } from './module-unit.ts';

/**
 * Stamps the access time of each .ziphash with the marker. go reads it whenever it loads a package
 * of the module (cmd/go/internal/modfetch/fetch.go, checkMod), and writes none of a module's files
 * when it uses it. Where the filesystem keeps no access times, nothing looks used.
 *
 * @param earlierMarkMs the marker that this job has set before, or null
 * @returns the marker, Unix time in ms, whole seconds.
 */
export function markModules(gomodcache: string, nowMs: number, earlierMarkMs: number | null): number {
  const markMs = earlierMarkMs ?? markAt(nowMs);
  // A second stamp would make what the job used in between look unused.
  if (earlierMarkMs !== null) return markMs;
  for (const { path, kind, mtimeMs } of readDownloadedFiles(gomodcache)) {
    if (kind !== 'ziphash') continue;
    try {
      lutimesSync(join(gomodcache, path), markMs / 1000, mtimeMs / 1000);
    } catch (error) {
      // Gone, or another user's.
      if (!['ENOENT', 'EPERM', 'EACCES'].includes(errnoOf(error) ?? '')) throw error;
    }
  }
  return markMs;
}

/** Whether go has read the .ziphash of a module since the marker was set. */
export function wasUsed(gomodcache: string, module: string, markMs: number | null): boolean {
  if (markMs === null) return false;
  const stat = lstatSync(hashFileOf(gomodcache, module), { throwIfNoEntry: false });
  return stat !== undefined && isUsed(stat.atimeMs, markMs);
}

/** @param module "github.com/x/y@v1.0.0" */
export function hashFileOf(gomodcache: string, module: string): string {
  return `${downloadOf(gomodcache, module)}.ziphash`;
}

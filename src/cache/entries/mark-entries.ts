import { lstatSync, lutimesSync } from 'node:fs';
import { join } from 'node:path';
import { errnoOf } from '../../errors.ts';

/**
 * How far the marker lies in the past. go, golangci-lint and gopls update an mtime only if it is
 * over an hour old (cmd/go/internal/cache/cache.go, mtimeInterval; gopls/internal/filecache,
 * touch), and delete entries after five days. The marker lies between the two, with room for clock
 * differences.
 */
const backMs = 3 * 60 * 60_000;

/** Some filesystems store mtimes in steps of one or two seconds. */
const stepMs = 2000;

/** The marker of a job that starts now: Unix time in ms, whole seconds. */
export function markAt(nowMs: number): number {
  return Math.floor((nowMs - backMs) / 1000) * 1000;
}

/**
 * Stamps entries with a marker mtime in the past. A later mtime then means that the entry was used.
 *
 * @param again the job has set this marker before: only entries older than it are stamped.
 */
export function markEntries(folder: string, paths: readonly string[], markMs: number, again: boolean): void {
  const mark = markMs / 1000;
  for (const path of paths) {
    const entry = join(folder, path);
    try {
      if (!again || lstatSync(entry).mtimeMs <= markMs + stepMs) lutimesSync(entry, mark, mark);
    } catch (error) {
      // Gone, or another user's, whose time go cannot renew either: isUsed counts it as used.
      if (errnoOf(error) !== 'ENOENT' && errnoOf(error) !== 'EPERM' && errnoOf(error) !== 'EACCES') throw error;
    }
  }
}

/**
 * Whether an entry was used since the marker was set. One that is older than the marker was never
 * stamped, so nobody can tell: it is kept, which only costs bytes.
 */
export function isUsed(mtimeMs: number, markMs: number): boolean {
  return Math.abs(mtimeMs - markMs) > stepMs;
}

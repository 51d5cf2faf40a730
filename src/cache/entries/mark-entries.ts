import { lstatSync, lutimesSync } from 'node:fs';
import { join } from 'node:path';
import { errnoOf } from '../../errors.ts';

/**
 * How far back the mark lies. Go, golangci-lint and gopls renew an mtime only when it is an hour old (cmd/go/internal/cache/cache.go,
 * mtimeInterval; gopls/internal/filecache, touch), and would delete what is five days old: between the two, with room
 * for clocks that differ.
 */
const backMs = 3 * 60 * 60_000;

/** The mark of a job that begins now: Unix time in ms, whole seconds. */
export function markAt(nowMs: number): number {
  return Math.floor((nowMs - backMs) / 1000) * 1000;
}

/**
 * Gives entries one mtime in the past, so that what is used from now on has another.
 *
 * @param again the job has set this mark before: then only what is older than it gets it.
 */
export function markEntries(folder: string, paths: readonly string[], markMs: number, again: boolean): void {
  const mark = markMs / 1000;
  for (const path of paths) {
    const entry = join(folder, path);
    try {
      if (!again || !isUsed(lstatSync(entry).mtimeMs, markMs)) lutimesSync(entry, mark, mark);
    } catch (error) {
      // Gone; or of another user: then it will look used and be kept, which costs bytes and nothing else.
      if (errnoOf(error) !== 'ENOENT' && errnoOf(error) !== 'EPERM' && errnoOf(error) !== 'EACCES') throw error;
    }
  }
}

/** Whether an entry was used since the mark. */
export function isUsed(mtimeMs: number, markMs: number): boolean {
  // Some filesystems keep whole seconds, or two of them.
  return mtimeMs > markMs + 2000;
}

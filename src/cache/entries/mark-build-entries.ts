import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildEntryPaths } from './build-entries.ts';
import { markAt, markEntries } from './mark-entries.ts';

/**
 * Marks GOCACHE, or the cache of golangci-lint. The folder of an executable is marked, and not the file in it, as go
 * does. trim.txt says now: go neither wipes what an archive kept for a week nor comes upon it in the middle of the job.
 *
 * @param earlierMarkMs the mark that this job has set before, or null
 * @returns the mark, Unix time in ms, whole seconds.
 */
export function markBuildEntries(gocache: string, nowMs: number, earlierMarkMs: number | null): number {
  const markMs = earlierMarkMs ?? markAt(nowMs);
  markEntries(gocache, buildEntryPaths(gocache), markMs, earlierMarkMs !== null);
  mkdirSync(gocache, { recursive: true });
  // Renamed into place: a go that runs now reads all of it or the one before.
  const unfinished = join(gocache, `trim.txt.${process.pid}.tmp`);
  writeFileSync(unfinished, String(Math.floor(nowMs / 1000)));
  renameSync(unfinished, join(gocache, 'trim.txt'));
  return markMs;
}

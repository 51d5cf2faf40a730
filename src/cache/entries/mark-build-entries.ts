import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildEntryPaths } from './build-entries.ts';
import { markAt, markEntries } from './mark-entries.ts';

/**
 * Stamps every entry of GOCACHE, or of golangci-lint's cache, with the marker mtime. For an
 * executable it stamps the folder, as go does, not the file. Also sets trim.txt to now: go then
 * neither deletes old entries of the archive nor trims during the job.
 *
 * @param earlierMarkMs the marker that this job has set before, or null
 * @returns the marker, Unix time in ms, whole seconds.
 */
export function markBuildEntries(gocache: string, nowMs: number, earlierMarkMs: number | null): number {
  const markMs = earlierMarkMs ?? markAt(nowMs);
  markEntries(gocache, buildEntryPaths(gocache), markMs, earlierMarkMs !== null);
  mkdirSync(gocache, { recursive: true });
  // Renamed into place, so that a running go reads either the old or the new content.
  const unfinished = join(gocache, `trim.txt.${process.pid}.tmp`);
  writeFileSync(unfinished, String(Math.floor(nowMs / 1000)));
  renameSync(unfinished, join(gocache, 'trim.txt'));
  return markMs;
}

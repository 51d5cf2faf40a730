import { goplsEntryPaths } from './gopls-entries.ts';
import { markAt, markEntries } from './mark-entries.ts';

/**
 * Stamps every entry of gopls's cache, for all executables, with the marker mtime.
 *
 * @param earlierMarkMs the marker that this job has set before, or null
 * @returns the marker, Unix time in ms, whole seconds.
 */
export function markGoplsEntries(folder: string, nowMs: number, earlierMarkMs: number | null): number {
  const markMs = earlierMarkMs ?? markAt(nowMs);
  markEntries(folder, goplsEntryPaths(folder), markMs, earlierMarkMs !== null);
  return markMs;
}

import { goplsEntryPaths } from './gopls-entries.ts';
import { markAt, markEntries } from './mark-entries.ts';

/**
 * Marks the cache of gopls, of all executables.
 *
 * @param earlierMarkMs the mark that this job has set before, or null
 * @returns the mark, Unix time in ms, whole seconds.
 */
export function markGoplsEntries(folder: string, nowMs: number, earlierMarkMs: number | null): number {
  const markMs = earlierMarkMs ?? markAt(nowMs);
  markEntries(folder, goplsEntryPaths(folder), markMs, earlierMarkMs !== null);
  return markMs;
}

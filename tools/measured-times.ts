/** What a trial of each scenario lasts, from the histories that were recorded. */
import { join } from 'node:path';
import { groupBy } from '../src/group-by.ts';
import type { History } from '../src/lab/history/history.ts';
import { packageRoot } from '../src/package-root.ts';

export const timesFile = join(packageRoot(), 'scenarios/measured-times.json');

/** The mean of all its trials, in milliseconds, by id: a file that a run estimates by and that shards are cut by. */
export function measuredTimes(histories: readonly History[]): string {
  const times = [...groupBy(histories, ({ scenario }) => scenario)]
    .map(([scenario, own]) => [scenario, Math.round(own.reduce((sum, { ms }) => sum + ms, 0) / own.length)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `${JSON.stringify(Object.fromEntries(times), null, 2)}\n`;
}

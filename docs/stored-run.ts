/** The run that is stored in test/histories, judged again: what the README's table is made of. */
import { join } from 'node:path';
import { catalogue } from '../src/cli/catalogue.ts';
import { checkHistories } from '../src/lab/check-histories.ts';
import { readHistories } from '../src/lab/history-store.ts';
import type { Report } from '../src/lab/report.ts';

const root = join(import.meta.dirname, '..');
export const readmeFile = join(root, 'README.md');
export const historiesFolder = join(root, 'test/histories');

export async function storedRun(): Promise<Report> {
  const cells = checkHistories(await readHistories(historiesFolder), catalogue);
  return { schema: 1, unlatch: 'stored', host: { kernel: 'stored', docker: null }, cells };
}

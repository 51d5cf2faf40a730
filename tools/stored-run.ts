/** Judges the stored run in test/histories again, the source of the README's summary, docs/verdicts.md and docs/example. */
import { join } from 'node:path';
import { catalogue } from '../src/cli/catalogue.ts';
import type { JudgedTrial } from '../src/lab/assemble-cell.ts';
import type { Report } from '../src/lab/cell-report.ts';
import { checkHistories } from '../src/lab/history/check-histories.ts';
import { readHistories } from '../src/lab/history/history-store.ts';
import { replaceGenerated } from '../src/lab/report/markdown.ts';
import { verdictSummary } from '../src/lab/report/verdict-summary.ts';
import { verdictTable } from '../src/lab/report/verdict-table.ts';

const root = join(import.meta.dirname, '..');
export const readmeFile = join(root, 'README.md');
export const verdictsFile = join(root, 'docs/verdicts.md');
export const historiesFolder = join(root, 'test/histories');

export async function storedRun(folder = historiesFolder): Promise<Report> {
  return (await storedTrials(folder)).report;
}

/** The same with its trials, as `unlatch check` judges them. */
export async function storedTrials(
  folder = historiesFolder,
): Promise<{ readonly report: Report; readonly trials: readonly JudgedTrial[] }> {
  const trials: JudgedTrial[] = [];
  const cells = checkHistories(await readHistories(folder), catalogue, (trial) => trials.push(trial));
  return { report: { schema: 1, unlatch: 'stored', host: { kernel: 'stored', docker: null }, cells }, trials };
}

/** The README with the summary of a run. */
export function withSummary(readme: string, report: Report): string {
  return replaceGenerated(readme, 'summary', verdictSummary(report));
}

/** docs/verdicts.md with the verdicts of a run. */
export function withVerdicts(verdicts: string, report: Report): string {
  return replaceGenerated(verdicts, 'verdicts', verdictTable(report));
}

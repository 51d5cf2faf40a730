import { errnoOf, UserError } from '../errors.ts';
import type { Report } from '../lab/cell-report.ts';
import { htmlPage } from '../lab/report/html.ts';
import { junitXml } from '../lab/report/junit.ts';
import { markdownReport } from '../lab/report/markdown.ts';
import { checkPlace, writeResult } from './result-files.ts';

/** Where the report goes, beside the terminal. */
export interface ReportFiles {
  readonly json?: string;
  readonly markdown?: string;
  readonly junit?: string;
  readonly html?: string;
}

const names = ['json', 'markdown', 'junit', 'html'] as const;

/** Whether stdout belongs to a report, so that nothing else may go there. */
export function reportTakesStdout(files: ReportFiles): boolean {
  return names.some((name) => files[name] === '-');
}

/**
 * Before the work begins. `-` is for one report alone: two on one stream are neither.
 * @throws UserError when a report could not be written to the place that is named for it.
 */
export async function checkReportFiles(files: ReportFiles): Promise<void> {
  const toStdout = names.filter((name) => files[name] === '-').map((name) => `--${name} -`);
  if (toStdout.length > 1) throw new UserError(`${toStdout.join(' and ')}: only one report can go to stdout`);
  for (const name of names) {
    const file = files[name];
    if (file !== undefined && file !== '-') await checkPlace(`--${name}`, file, 'file');
  }
}

/** @throws UserError when a file cannot be written; the others are written all the same. */
export async function writeReports(report: Report, files: ReportFiles): Promise<void> {
  const renderings = {
    json: () => `${JSON.stringify(report, null, 1)}\n`,
    markdown: () => markdownReport(report),
    junit: () => junitXml(report),
    html: () => htmlPage(report),
  } as const;
  const failures: UserError[] = [];
  for (const name of names) {
    const file = files[name];
    if (file === undefined) continue;
    const text = renderings[name]();
    try {
      if (file === '-') process.stdout.write(text);
      else await writeResult(file, text);
    } catch (error) {
      if (errnoOf(error) === undefined) throw error;
      failures.push(new UserError(`--${name} ${file}: the report could not be written`, { cause: error }));
    }
  }
  const [first] = failures;
  if (first !== undefined) throw first;
}

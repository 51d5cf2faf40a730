import { errnoOf, UserError } from '../errors.ts';
import type { JudgedTrial } from '../lab/assemble-cell.ts';
import type { Report } from '../lab/cell-report.ts';
import { junitXml } from '../lab/report/junit.ts';
import { type MarkdownExtras, markdownReport } from '../lab/report/markdown.ts';
import { checkPlace, writeResult } from './result-files.ts';

/** Where the report goes besides the terminal. */
export interface ReportFiles {
  readonly json?: string;
  readonly markdown?: string;
  readonly junit?: string;
  readonly html?: string;
}

const names = ['json', 'markdown', 'junit', 'html'] as const;

/** Whether a report goes to stdout, so that nothing else may. */
export function reportTakesStdout(files: ReportFiles): boolean {
  return names.some((name) => files[name] === '-');
}

/**
 * Checks the report paths before the work starts. Only one report may go to `-`.
 * @throws UserError if a report's path cannot be written.
 */
export async function checkReportFiles(files: ReportFiles): Promise<void> {
  const toStdout = names.filter((name) => files[name] === '-').map((name) => `--${name} -`);
  if (toStdout.length > 1) throw new UserError(`${toStdout.join(' and ')}: only one report can go to stdout`);
  for (const name of names) {
    const file = files[name];
    if (file !== undefined && file !== '-') await checkPlace(`--${name}`, file, 'file');
  }
}

/** @throws UserError if a file cannot be written, after writing the others. */
export async function writeReports(
  report: Report,
  files: ReportFiles,
  extras: MarkdownExtras & { readonly trials?: readonly JudgedTrial[]; readonly before?: Report } = {},
): Promise<void> {
  const renderings = {
    json: () => `${JSON.stringify(report, null, 1)}\n`,
    markdown: () => markdownReport(report, extras),
    junit: () => junitXml(report),
    html: async () => (await import('../lab/report/page/html-page.ts')).htmlPage(report, extras),
  } as const;
  const failures: UserError[] = [];
  for (const name of names) {
    const file = files[name];
    if (file === undefined) continue;
    const text = await renderings[name]();
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

import { writeFile } from 'node:fs/promises';
import { errnoOf, UserError } from '../errors.ts';
import type { Report } from '../lab/report.ts';
import { htmlPage } from '../report/html.ts';
import { junitXml } from '../report/junit.ts';
import { markdownReport } from '../report/markdown.ts';

/** Where the report goes, beside the terminal. */
export interface ReportFiles {
  readonly json?: string;
  readonly markdown?: string;
  readonly junit?: string;
  readonly html?: string;
}

/** @throws UserError when a file cannot be written; the others are written all the same. */
export async function writeReports(report: Report, files: ReportFiles): Promise<void> {
  const renderings: readonly [file: string | undefined, text: () => string][] = [
    [files.json, () => `${JSON.stringify(report, null, 1)}\n`],
    [files.markdown, () => markdownReport(report)],
    [files.junit, () => junitXml(report)],
    [files.html, () => htmlPage(report)],
  ];
  const failures: unknown[] = [];
  for (const [file, text] of renderings) {
    if (file === undefined) continue;
    try {
      if (file === '-') process.stdout.write(text());
      else await writeFile(file, text());
    } catch (error) {
      if (errnoOf(error) === undefined) throw error;
      failures.push(error);
    }
  }
  const [first] = failures;
  if (first !== undefined) throw new UserError('a report could not be written', { cause: first });
}

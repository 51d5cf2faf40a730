import { release } from 'node:os';
import { UserError } from '../../errors.ts';
import type { JudgedTrial } from '../../lab/assemble-cell.ts';
import type { Report } from '../../lab/cell-report.ts';
import { checkHistories } from '../../lab/history/check-histories.ts';
import { readHistories } from '../../lab/history/history-store.ts';
import { differenceTimeline } from '../../lab/report/difference-timeline.ts';
import { exitStatusOf } from '../../lab/report/exit-status.ts';
import { verdictsText } from '../../lab/report/verdicts-text.ts';
import { annotate } from '../annotate.ts';
import { catalogue, namedScenarios } from '../catalogue.ts';
import { olderReport } from '../older-report.ts';
import { outputOf } from '../output.ts';
import { packageVersion } from '../package-version.ts';
import { signOfLife } from '../sign-of-life.ts';
import { checkReportFiles, type ReportFiles, reportTakesStdout, writeReports } from '../write-reports.ts';

export interface CheckOptions extends ReportFiles {
  readonly verbose?: true;
  readonly annotate?: true;
  readonly since?: string;
}

/** @returns the exit status. */
export async function checkStored(paths: readonly string[], options: CheckOptions): Promise<number> {
  await checkReportFiles(options);
  const before = await olderReport(options.since, options.html);
  const files = paths.filter((path) => /\.[cm]?[jt]s$/.test(path));
  const own = files.length === 0 ? [] : await namedScenarios(files);
  const stored = paths.filter((path) => !files.includes(path));
  if (stored.length === 0) throw new UserError('name a folder of histories too');
  using life = signOfLife(outputOf(process.stderr));
  life.phase('reading the histories');
  const histories = (await Promise.all(stored.map(readHistories))).flat();
  const trials: JudgedTrial[] = [];
  const report: Report = {
    schema: 1,
    unlatch: packageVersion(),
    host: { kernel: release(), docker: null },
    cells: checkHistories(histories, [...own, ...catalogue], (trial) => trials.push(trial)),
  };
  life[Symbol.dispose]();
  if (!reportTakesStdout(options)) {
    const output = outputOf(process.stdout);
    output.stream.write(verdictsText(report.cells, output, options.verbose === true));
  }
  if (options.annotate) {
    await annotate(reportTakesStdout(options) ? process.stderr : process.stdout, report.cells, files);
  }
  const timeline = differenceTimeline(report.cells, trials);
  await writeReports(report, options, { timeline, trials, ...(before === undefined ? {} : { before }) });
  return exitStatusOf(report, { strict: false });
}

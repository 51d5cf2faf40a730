import { release } from 'node:os';
import { createColors } from 'picocolors';
import { UserError } from '../../errors.ts';
import type { Report } from '../../lab/cell-report.ts';
import { checkHistories } from '../../lab/history/check-histories.ts';
import { readHistories } from '../../lab/history/history-store.ts';
import { checkSummary } from '../../lab/report/check-summary.ts';
import { exitStatusOf } from '../../lab/report/exit-status.ts';
import { verdictGrid } from '../../lab/report/verdict-grid.ts';
import { catalogue, namedScenarios } from '../catalogue.ts';
import { outputOf } from '../output.ts';
import { packageVersion } from '../package-version.ts';
import { signOfLife } from '../sign-of-life.ts';
import { checkReportFiles, type ReportFiles, reportTakesStdout, writeReports } from '../write-reports.ts';

export interface CheckOptions extends ReportFiles {
  readonly verbose?: true;
}

/** @returns the exit status. */
export async function checkStored(paths: readonly string[], options: CheckOptions): Promise<number> {
  await checkReportFiles(options);
  const files = paths.filter((path) => /\.[cm]?[jt]s$/.test(path));
  const own = files.length === 0 ? [] : await namedScenarios(files);
  const stored = paths.filter((path) => !files.includes(path));
  if (stored.length === 0) throw new UserError('name a folder of histories too');
  using life = signOfLife(outputOf(process.stderr));
  life.phase('reading the histories');
  const histories = (await Promise.all(stored.map(readHistories))).flat();
  const report: Report = {
    schema: 1,
    unlatch: packageVersion(),
    host: { kernel: release(), docker: null },
    cells: checkHistories(histories, [...own, ...catalogue]),
  };
  life[Symbol.dispose]();
  if (!reportTakesStdout(options)) {
    const { stream, columns, colour } = outputOf(process.stdout);
    const palette = createColors(colour);
    stream.write(options.verbose ? verdictGrid(report.cells, columns, palette) : checkSummary(report.cells, palette));
  }
  await writeReports(report, options);
  return exitStatusOf(report, { strict: false });
}

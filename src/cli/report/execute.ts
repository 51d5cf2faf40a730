import { createColors } from 'picocolors';
import { exitStatus, UserError } from '../../errors.ts';
import { judgeEach } from '../../lab/history/check-histories.ts';
import { readHistories } from '../../lab/history/history-store.ts';
import { differenceTimeline } from '../../lab/report/difference-timeline.ts';
import { exitStatusOf } from '../../lab/report/exit-status.ts';
import { type JoinedReports, joinRemarks, joinReports } from '../../lab/report/join-reports.ts';
import { verdictsText } from '../../lab/report/verdicts-text.ts';
import { textWidth } from '../../terminal/output.ts';
import { wrapText } from '../../terminal/wrap.ts';
import { annotate } from '../annotate.ts';
import { catalogue, namedScenarios } from '../catalogue.ts';
import { isScenarioFile } from '../fitting-ids.ts';
import { outputOf } from '../output.ts';
import { checkPlace } from '../result-files.ts';
import { signOfLife } from '../sign-of-life.ts';
import { checkReportFiles, type ReportFiles, reportTakesStdout, writeReports } from '../write-reports.ts';
import { writeTestscripts } from '../write-testscripts.ts';
import { readParts } from './read-parts.ts';

export interface ReportOptions extends ReportFiles {
  readonly strict?: true;
  readonly verbose?: true;
  readonly annotate?: true;
  readonly testscripts?: string;
}

/** @returns the exit status: that of one run of all cells; 3 if that is 0, and cells are missing or disagree. */
export async function joinStored(paths: readonly string[], options: ReportOptions): Promise<number> {
  await checkReportFiles(options);
  if (options.testscripts !== undefined) await checkPlace('--testscripts', options.testscripts, 'folder');
  const files = paths.filter(isScenarioFile);
  const stored = paths.filter((path) => !files.includes(path));
  if (stored.length === 0) throw new UserError('name a report or a folder of them too');
  using life = signOfLife(outputOf(process.stderr));
  life.phase('reading the reports');
  const parts = await readParts(stored);
  const joined = joinReports(parts.reports);
  const { report } = joined;
  life.phase('reading the histories');
  const timeline = differenceTimeline(report.cells, await toldTrials(parts.histories));
  life[Symbol.dispose]();
  for (const file of parts.others) process.stderr.write(`${file}: neither a report nor a history; left out\n`);

  const remarks = joinRemarks(joined);
  const stdout = reportTakesStdout(options) ? process.stderr : process.stdout;
  const output = outputOf(stdout);
  const palette = createColors(output.colour);
  for (const remark of remarks) {
    output.stream.write(`${wrapText(palette.yellow(`? ${remark}`), textWidth(output))}\n`);
  }
  output.stream.write(verdictsText(report.cells, output, options.verbose === true));
  if (options.annotate) await annotate(stdout, report.cells, files);
  const flaws = remarks.length === 0 ? {} : { missing: joined.missing, doubled: doubledDocument(joined) };
  await writeReports({ ...report, ...flaws }, options, { remarks, timeline });
  if (options.testscripts !== undefined) {
    const scenarios = files.length === 0 ? catalogue : [...catalogue, ...(await namedScenarios(files))];
    const tell = (line: string) => process.stderr.write(`${line}\n`);
    await writeTestscripts(options.testscripts, report.cells, scenarios, tell);
  }
  const status = exitStatusOf(report, { strict: options.strict === true });
  if (status !== exitStatus.expected || !isIncomplete(joined)) return status;
  return exitStatus.inconclusive;
}

/** A cell that is there twice and says the same twice is no flaw of the result. */
function isIncomplete({ missing, absentShards, doubled }: JoinedReports): boolean {
  return missing.length > 0 || absentShards.length > 0 || doubled.some(({ agree }) => !agree);
}

function doubledDocument({ doubled }: JoinedReports) {
  return doubled.map(({ cell: { scenario, go, gopls, runtime, fs }, from, agree }) => ({
    ...{ scenario, go, gopls, runtime, fs },
    from,
    agree,
  }));
}

/** A history of another version of its scenario only lacks a finding. */
async function toldTrials(files: readonly string[]) {
  const histories = (await Promise.all(files.map(readHistories))).flat();
  return histories.flatMap((history) => {
    try {
      return judgeEach([history], catalogue);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return [{ history, finding: null }];
    }
  });
}

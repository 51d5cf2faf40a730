import { release } from 'node:os';
import { EnvironmentError, exitStatus, UserError } from '../../errors.ts';
import type { ProvisionProgress } from '../../go/context.ts';
import { hostPlatform } from '../../go/platform.ts';
import { keepGopls } from '../../go/provision/keep-gopls.ts';
import { provisionFaultfs } from '../../go/provision/provision-faultfs.ts';
import { provisionGo } from '../../go/provision/provision-go.ts';
import { provisionGopls, resolveGoplsVersion } from '../../go/provision/provision-gopls.ts';
import { resolveGoVersion } from '../../go/versions.ts';
import type { JudgedTrial } from '../../lab/assemble-cell.ts';
import type { Report } from '../../lab/cell-report.ts';
import type { RuntimeName } from '../../lab/history/history.ts';
import { type CellSelection, parseShard, planCells, shardOf, withChosen } from '../../lab/plan.ts';
import { differenceTimeline } from '../../lab/report/difference-timeline.ts';
import { differingTrials } from '../../lab/report/differing-trials.ts';
import { exitStatusOf } from '../../lab/report/exit-status.ts';
import { terminalReporter } from '../../lab/report/terminal.ts';
import { runCells } from '../../lab/run.ts';
import type { RunEvent } from '../../lab/run-event.ts';
import type { Toolchain } from '../../lab/runtime/runtime.ts';
import { onInterruption } from '../../process/interruption.ts';
import { annotate } from '../annotate.ts';
import { namedScenarios } from '../catalogue.ts';
import { downloadPace } from '../download-pace.ts';
import { matrixVersions } from '../matrix-versions.ts';
import { measuredCellMs, measuredTrialMs } from '../measured-times.ts';
import { olderReport } from '../older-report.ts';
import { outputOf } from '../output.ts';
import { packageVersion } from '../package-version.ts';
import { parseCount } from '../parse-count.ts';
import { checkPlace } from '../result-files.ts';
import { checkReportFiles, type ReportFiles, reportTakesStdout, writeReports } from '../write-reports.ts';
import { writeTestscripts } from '../write-testscripts.ts';
import { chooseRuntime, type RuntimeOptions } from './choose-runtime.ts';
import { defaultJobs } from './default-jobs.ts';
import { historyKeeper } from './history-keeper.ts';
import { findLocalTools, type LocalTools, local, tip } from './local-tools.ts';

export interface RunCommandOptions extends ReportFiles, RuntimeOptions {
  readonly full?: true;
  readonly go?: string;
  readonly gopls?: string;
  readonly trials?: string;
  readonly jobs?: string;
  readonly shard?: string;
  readonly timeout?: string;
  readonly strict?: true;
  readonly verbose?: true;
  readonly annotate?: true;
  readonly out?: string;
  readonly testscripts?: string;
  readonly since?: string;
}

/** @returns the exit status. */
export async function runScenarios(names: readonly string[], options: RunCommandOptions): Promise<number> {
  if (options.runtime === 'docker' && options.isolation !== 'auto') {
    throw new UserError('--isolation is for trials on this host; leave it out, or use --runtime host');
  }
  const trials = options.trials === undefined ? null : parseCount('--trials', options.trials, 10_000);
  const jobs = options.jobs === undefined ? defaultJobs() : parseCount('--jobs', options.jobs, 1000);
  // At most a day: twice as long would overflow Node's timers.
  const deadlineMs = options.timeout === undefined ? null : 1000 * parseCount('--timeout', options.timeout, 86_400);
  const shard = options.shard === undefined ? null : parseShard(options.shard);
  const chosen = await namedScenarios(names);
  await checkReportFiles(options);
  const before = await olderReport(options.since, options.html);
  if (options.out !== undefined) await checkPlace('--out', options.out, 'folder');
  if (options.testscripts !== undefined) await checkPlace('--testscripts', options.testscripts, 'folder');

  using interruption = onInterruption();
  const { signal } = interruption;
  // A report on stdout must be alone there.
  const stdout = reportTakesStdout(options) ? process.stderr : process.stdout;
  using reporter = terminalReporter({
    stdout: outputOf(stdout),
    stderr: outputOf(process.stderr),
    verbose: options.verbose === true,
  });
  try {
    // Both may use the network; the line appears only if that lasts.
    reporter.listen({ kind: 'fetching', what: 'looking up versions' });
    const onPath = await findLocalTools(options, signal);
    const selection = await selectionOf(options, onPath, shard, signal);
    const all = planCells(chosen, withChosen(matrixVersions(), selection), { ...selection, shard: null });
    if (all.length === 0)
      throw new UserError('no scenario covers these versions; `unlatch list --json` shows the cells');
    const cells = shard === null ? all : shardOf(all, shard, measuredCellMs);
    const part =
      shard === null
        ? {}
        : { shard: { ...shard, plan: all.map(({ id, go, gopls }) => ({ scenario: id, go, gopls })) } };
    if (cells.length === 0) {
      // A workflow with a fixed number of shards may have more machines than cells.
      const plan = `${all.length} ${all.length === 1 ? 'cell' : 'cells'}`;
      reporter.listen({ kind: 'note', text: `--shard ${options.shard}: nothing to do, the plan has only ${plan}` });
      const report = { ...emptyReport(), ...part };
      reporter.finish(report);
      await writeReports(report, options);
      return exitStatus.expected;
    }
    reporter.listen({ kind: 'fetching', what: 'choosing a runtime' });
    const anyLocal = onPath.go !== null || onPath.gopls !== null;
    await using runtime = await chooseRuntime(options, anyLocal, reporter.listen, signal);
    if (onPath.go?.tip === true && runtime.name !== 'host')
      throw new UserError(
        `--go ${tip} runs on this host only: no image has Go's development branch; leave out --runtime`,
      );
    const usable = runtime.name === 'host' ? onPath : { go: null, gopls: null };
    if (anyLocal) reporter.listen({ kind: 'note', text: localNote(onPath, runtime.name) });
    const histories = historyKeeper(options.out, reporter.listen);
    const judged: JudgedTrial[] = [];
    const differing = differingTrials();
    const whole = await runCells({
      unlatch: packageVersion(),
      cells,
      runtime,
      provision: (go, gopls) => provision(go, gopls, usable, reporter.listen, signal),
      faultfs: () =>
        provisionFaultfs({ env: process.env, signal, from: 'store', onProgress: fetching(reporter.listen) }),
      jobs,
      trials,
      deadlineMs,
      measuredTrialMs,
      listen: (event) => {
        differing.listen(event);
        // Only the page shows single trials.
        if (event.kind === 'trial' && options.html !== undefined) judged.push(event);
        reporter.listen(event);
      },
      keep: histories.keep,
      signal,
    });
    const report = { ...whole, ...part };
    reporter.finish(report);
    if (options.annotate) await annotate(stdout, report.cells, names);
    const timeline = differenceTimeline(report.cells, differing.told());
    await writeReports(report, options, { timeline, trials: judged, ...(before === undefined ? {} : { before }) });
    if (options.testscripts !== undefined) {
      const note = (text: string) => reporter.listen({ kind: 'note', text });
      await writeTestscripts(options.testscripts, report.cells, chosen, note);
    }
    histories.throwIfFailed();
    const status = exitStatusOf(report, { strict: options.strict === true });
    if (status !== exitStatus.expected || !nothingRan(report)) return status;
    throw new EnvironmentError('every cell was skipped, so nothing was judged; the lines above say what is missing');
  } catch (error) {
    if (!signal.aborted) throw error;
    reporter.interrupted();
    return exitStatus.interrupted;
  }
}

function emptyReport(): Report {
  return { schema: 1, unlatch: packageVersion(), host: { kernel: release(), docker: null }, cells: [] };
}

/** A run with only skipped cells has shown nothing. */
function nothingRan(report: Report): boolean {
  return report.cells.every((cell) => cell.skipped !== null);
}

async function selectionOf(
  options: RunCommandOptions,
  onPath: LocalTools,
  shard: CellSelection['shard'],
  signal: AbortSignal,
): Promise<CellSelection> {
  // The matrix resolves its own lines, so that "1.22" means the same tomorrow.
  const context = { env: process.env, signal, prefer: 'matrix' } as const;
  const resolved = async (list: string | undefined, resolve: (text: string) => Promise<string>) =>
    list === undefined ? null : [...new Set(await Promise.all(list.split(',').map((text) => resolve(text.trim()))))];
  const versionOf = (tool: { readonly version: string } | null, text: string) =>
    text === local || text === tip ? tool?.version : null;
  return {
    full: options.full === true,
    go: await resolved(
      options.go,
      async (text) => versionOf(onPath.go, text) ?? (await resolveGoVersion(text, context)),
    ),
    gopls: await resolved(
      options.gopls,
      async (text) => versionOf(onPath.gopls, text) ?? (await resolveGoplsVersion(text, context)),
    ),
    shard,
  };
}

async function provision(
  go: string,
  gopls: string | null,
  onPath: LocalTools,
  listen: (event: RunEvent) => void,
  signal: AbortSignal,
): Promise<Toolchain> {
  const onProgress = fetching(listen);
  const context = { env: process.env, signal, onProgress, from: 'store' } as const;
  const ownGo = onPath.go?.version === go ? onPath.go : null;
  const { version, goroot } = ownGo ?? (await provisionGo(go, context));
  const toolchain = { go: { version, goroot } };
  const ownGopls = gopls !== null && onPath.gopls?.version === gopls ? onPath.gopls : null;
  const isLocal = { go: ownGo !== null, gopls: ownGopls === null ? null : { builtWith: ownGopls.builtWith } };
  const local = ownGo === null && ownGopls === null ? {} : { local: isLocal };
  if (ownGopls !== null) {
    const path = await keepGopls(ownGopls.path, process.env, hostPlatform());
    return { ...toolchain, ...local, gopls: { version: ownGopls.version, path } };
  }
  return { ...toolchain, ...local, gopls: gopls === null ? null : await provisionGopls(gopls, context) };
}

/** "gopls is /home/ada/go/bin/gopls (0.21.1, built with Go 1.25.3)": what ran is not what was published. */
function localNote({ go, gopls }: LocalTools, runtime: RuntimeName): string {
  const names = [
    ...(go === null ? [] : [`go ${go.version} in ${go.goroot}`]),
    ...(gopls === null ? [] : [`gopls ${gopls.version}, built with Go ${gopls.builtWith}, ${gopls.path}`]),
  ].join('; ');
  return runtime === 'host'
    ? `these are this machine’s own, unverified: ${names}`
    : `the trials run in Docker, which takes the published builds of these versions (${names})`;
}

function fetching(listen: (event: RunEvent) => void): (event: ProvisionProgress) => void {
  const paceOf = downloadPace(() => performance.now());
  return (event) => {
    const how = 'step' in event ? event.step : paceOf(event);
    listen({ kind: 'fetching', what: `${event.what}: ${how}` });
  };
}

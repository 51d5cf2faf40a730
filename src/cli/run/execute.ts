import { availableParallelism, release } from 'node:os';
import { EnvironmentError, errnoOf, exitStatus, messageOf, UserError } from '../../errors.ts';
import type { ProvisionProgress } from '../../go/context.ts';
import { provisionFaultfs } from '../../go/provision/provision-faultfs.ts';
import { provisionGo } from '../../go/provision/provision-go.ts';
import { provisionGopls, resolveGoplsVersion } from '../../go/provision/provision-gopls.ts';
import { resolveGoVersion } from '../../go/versions.ts';
import type { Report } from '../../lab/cell-report.ts';
import type { History } from '../../lab/history/history.ts';
import { storeHistory } from '../../lab/history/history-store.ts';
import { type MatrixVersions, parseShard, planCells, type Selection, shardOf } from '../../lab/plan.ts';
import { exitStatusOf } from '../../lab/report/exit-status.ts';
import { terminalReporter } from '../../lab/report/terminal.ts';
import { run } from '../../lab/run.ts';
import { type RunEvent, tellPreparing } from '../../lab/run-event.ts';
import { findEngine } from '../../lab/runtime/docker/engine.ts';
import { hostRuntime } from '../../lab/runtime/host/host.ts';
import type { Isolation } from '../../lab/runtime/host/isolation.ts';
import type { Runtime, Toolchain } from '../../lab/runtime/runtime.ts';
import { namedScenarios } from '../catalogue.ts';
import { onInterruption } from '../interruption.ts';
import { matrixVersions } from '../matrix-versions.ts';
import { outputOf } from '../output.ts';
import { packageVersion } from '../package-version.ts';
import { parseCount } from '../parse-count.ts';
import { checkPlace, makeFolders } from '../result-files.ts';
import { bytesText } from '../sign-of-life.ts';
import { checkReportFiles, type ReportFiles, reportTakesStdout, writeReports } from '../write-reports.ts';

export interface RunCommandOptions extends ReportFiles {
  readonly runtime: 'auto' | 'docker' | 'host';
  readonly isolation: 'auto' | Isolation;
  readonly full?: true;
  readonly go?: string;
  readonly gopls?: string;
  readonly trials?: string;
  readonly jobs?: string;
  readonly shard?: string;
  readonly timeout?: string;
  readonly strict?: true;
  readonly keep?: true;
  readonly verbose?: true;
  readonly out?: string;
}

/** @returns the exit status. */
export async function runScenarios(names: readonly string[], options: RunCommandOptions): Promise<number> {
  if (options.runtime === 'docker' && options.isolation !== 'auto') {
    throw new UserError('--isolation is for trials on this host; leave it out, or use --runtime host');
  }
  const trials = options.trials === undefined ? null : parseCount('--trials', options.trials, 10_000);
  // Most trials mostly wait: two of them do not saturate a CPU.
  const jobs = options.jobs === undefined ? 2 * availableParallelism() : parseCount('--jobs', options.jobs, 1000);
  // At most a day: twice as long would overflow Node's timers.
  const deadlineMs = options.timeout === undefined ? null : 1000 * parseCount('--timeout', options.timeout, 86_400);
  const shard = options.shard === undefined ? null : parseShard(options.shard);
  const chosen = await namedScenarios(names);
  await checkReportFiles(options);
  if (options.out !== undefined) await checkPlace('--out', options.out, 'folder');

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
    const selection = await selectionOf(options, shard, signal);
    const all = planCells(chosen, withChosen(matrixVersions(), selection), { ...selection, shard: null });
    if (all.length === 0)
      throw new UserError('no scenario covers these versions; `unlatch list --json` shows the cells');
    const cells = shard === null ? all : shardOf(all, shard);
    if (cells.length === 0) {
      // A workflow with a fixed number of shards may have more machines than cells.
      const plan = `${all.length} ${all.length === 1 ? 'cell' : 'cells'}`;
      reporter.listen({ kind: 'note', text: `--shard ${options.shard}: nothing to do, the plan has only ${plan}` });
      const report = emptyReport();
      reporter.finish(report);
      await writeReports(report, options);
      return exitStatus.expected;
    }
    reporter.listen({ kind: 'fetching', what: 'choosing a runtime' });
    await using runtime = await chooseRuntime(options, reporter.listen, signal);
    const histories = historyKeeper(options.out, reporter.listen);
    const report = await run({
      unlatch: packageVersion(),
      cells,
      runtime,
      provision: (go, gopls) => provision(go, gopls, reporter.listen, signal),
      faultfs: () =>
        provisionFaultfs({ env: process.env, signal, from: 'store', onProgress: fetching(reporter.listen) }),
      jobs,
      trials,
      deadlineMs,
      listen: reporter.listen,
      keep: histories.keep,
      signal,
    });
    reporter.finish(report);
    await writeReports(report, options);
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

interface HistoryKeeper {
  readonly keep: (history: History) => Promise<void>;
  /** @throws UserError if not all were stored. */
  readonly throwIfFailed: () => void;
}

/** A disk that fills up must not cost the verdicts: it is reported at once and fails the run at its end. */
function historyKeeper(folder: string | undefined, listen: (event: RunEvent) => void): HistoryKeeper {
  let failure: UserError | undefined;
  return {
    keep: async (history) => {
      if (folder === undefined || failure !== undefined) return;
      try {
        await makeFolders(folder);
        await storeHistory(folder, history);
      } catch (error) {
        if (errnoOf(error) === undefined) throw error;
        // A concurrent trial may have failed first.
        if (failure === undefined) listen({ kind: 'note', text: `no more histories are stored: ${messageOf(error)}` });
        failure = new UserError(`--out ${folder}: not all histories could be stored`, { cause: error });
      }
    },
    throwIfFailed: () => {
      if (failure !== undefined) throw failure;
    },
  };
}

/** A run with only skipped cells has shown nothing. */
function nothingRan(report: Report): boolean {
  return report.cells.every((cell) => cell.skipped !== null);
}

async function selectionOf(
  options: RunCommandOptions,
  shard: Selection['shard'],
  signal: AbortSignal,
): Promise<Selection> {
  // The matrix resolves its own lines, so that "1.22" means the same tomorrow.
  const context = { env: process.env, signal, prefer: 'matrix' } as const;
  const resolved = async (list: string | undefined, resolve: (text: string) => Promise<string>) =>
    list === undefined ? null : [...new Set(await Promise.all(list.split(',').map((text) => resolve(text.trim()))))];
  return {
    full: options.full === true,
    go: await resolved(options.go, (text) => resolveGoVersion(text, context)),
    gopls: await resolved(options.gopls, (text) => resolveGoplsVersion(text, context)),
    shard,
  };
}

/** A gopls outside the matrix runs with the newest Go on the command line, else the newest in the matrix. */
function withChosen(matrix: MatrixVersions, selection: Selection): MatrixVersions {
  const known = new Set(matrix.gopls.map(({ gopls }) => gopls));
  const others = (selection.gopls ?? []).filter((gopls) => !known.has(gopls));
  const go = selection.go?.at(-1) ?? matrix.go.at(-1);
  return go === undefined ? matrix : { ...matrix, gopls: [...matrix.gopls, ...others.map((gopls) => ({ gopls, go }))] };
}

async function chooseRuntime(
  options: RunCommandOptions,
  listen: (event: RunEvent) => void,
  signal: AbortSignal,
): Promise<Runtime> {
  const tell = (text: string) => listen({ kind: 'note', text });
  const keep = options.keep === true;
  const onHost = () => {
    const isolation = options.isolation === 'auto' ? {} : { isolation: options.isolation };
    return hostRuntime({ env: process.env, keep, tell, ...isolation });
  };
  if (options.runtime === 'host' || options.isolation !== 'auto') return await onHost();
  const engine = await findEngine(process.env, signal);
  if ('docker' in engine) {
    const { dockerRuntime } = await import('../../lab/runtime/docker/docker.ts');
    const runtime = await dockerRuntime({ engine, keep, tell });
    if (options.runtime === 'docker') return runtime;
    try {
      await runtime.ready(tellPreparing(listen), signal);
      return runtime;
    } catch (error) {
      await runtime[Symbol.asyncDispose]();
      if (!(error instanceof EnvironmentError) || signal.aborted) throw error;
      tell(`the Docker engine is unusable, so the trials run on this host (${messageOf(error)})`);
    }
  } else {
    if (options.runtime === 'docker') {
      throw new UserError(`no Docker engine answers (${engine.reason}); start one, or use --runtime host`);
    }
    tell(`no Docker engine answers, so the trials run on this host (${engine.reason})`);
  }
  return await onHost();
}

async function provision(
  go: string,
  gopls: string | null,
  listen: (event: RunEvent) => void,
  signal: AbortSignal,
): Promise<Toolchain> {
  const onProgress = fetching(listen);
  const context = { env: process.env, signal, onProgress, from: 'store' } as const;
  const found = await provisionGo(go, context);
  const server = gopls === null ? null : await provisionGopls(gopls, context);
  return { go: { version: found.version, goroot: found.goroot }, gopls: server };
}

function fetching(listen: (event: RunEvent) => void): (event: ProvisionProgress) => void {
  return (event) => {
    const how = 'step' in event ? event.step : bytesText(event);
    listen({ kind: 'fetching', what: `${event.what}: ${how}` });
  };
}

/**
 * A run: for every planned cell the baseline, then the mitigations if the baseline showed the symptom.
 * Up to `jobs` trials run at once; exclusive scenarios run last, one at a time.
 */
import { release } from 'node:os';
import pLimit from 'p-limit';
import { EnvironmentError, messageOf } from '../errors.ts';
import { assembleCell, type JudgedTrial, judgeTrial, skippedCell } from './assemble-cell.ts';
import type { CellReport, Report } from './cell-report.ts';
import type { ArmName, History } from './history/history.ts';
import { hitsOf } from './judge.ts';
import type { PlannedCell } from './plan.ts';
import { plannedTrials } from './planned-trials.ts';
import { mitigationsOf, remedyArm } from './remedy-arm.ts';
import { type Listener, tellPreparing } from './run-event.ts';
import type { Runtime, Toolchain } from './runtime/runtime.ts';
import type { Scenario } from './scenario/scenario.ts';
import { armOf, needsOf, usesFaultfs } from './trial/sandbox-files.ts';
import { runTrial } from './trial/trial.ts';
import { claimVerdict, tally } from './verdict.ts';

export interface RunRequest {
  readonly unlatch: string;
  readonly cells: readonly PlannedCell[];
  readonly runtime: Runtime;
  /** Provides the binaries of a cell; called once per toolchain. */
  readonly provision: (go: string, gopls: string | null, signal: AbortSignal) => Promise<Toolchain>;
  /** Builds faultfs and returns its path; called once if a scenario mounts it. Absent: those are skipped. */
  readonly faultfs?: (signal: AbortSignal) => Promise<string>;
  /** How many trials run at once. */
  readonly jobs: number;
  /** Replaces each scenario's number of trials. */
  readonly trials: number | null;
  /** Replaces each scenario's deadline, in milliseconds. */
  readonly deadlineMs: number | null;
  /** What a trial of the scenario lasted when it was measured, in milliseconds; null: nobody measured it. */
  readonly measuredTrialMs?: (scenario: string) => number | null;
  readonly listen: Listener;
  /** Stores a trial's history. */
  readonly keep: (history: History) => Promise<void>;
  readonly signal: AbortSignal;
}

/**
 * Failures of single trials are in the report.
 * @throws EnvironmentError if no toolchain could be prepared.
 * @throws the signal's reason on abort.
 */
export async function runCells(request: RunRequest): Promise<Report> {
  const { cells, listen, signal } = request;
  const reports = new Map<PlannedCell, CellReport>();
  const skip = async (cell: PlannedCell, reason: string) => {
    const report = skippedCell(cell, request.runtime.name, reason);
    reports.set(cell, report);
    listen({ kind: 'cell', report });
  };

  listen({
    kind: 'planned',
    cells: cells.length,
    jobs: request.jobs,
    work: cells.map((cell) => ({
      scenario: cell.id,
      trials: plannedTrials(cell, request.trials),
      trialMs: request.measuredTrialMs?.(cell.id) ?? null,
      exclusive: cell.scenario.exclusive === true,
    })),
  });
  const toolchains = await makeReady(request);
  const faultfs = await makeFaultfs(request);
  const judged = async (cell: PlannedCell, limit: Limit) => {
    signal.throwIfAborted();
    const missing =
      (await missingFor(request.runtime, cell.scenario)) ??
      toolchains.missing.get(keyOf(cell)) ??
      (mountsFaultfs(cell.scenario) ? faultfs.missing : undefined);
    if (missing !== undefined) {
      listen({ kind: 'dropped', scenario: cell.id, trials: plannedTrials(cell, request.trials), why: missing });
      return await skip(cell, missing);
    }
    const toolchain = toolchains.ready.get(keyOf(cell));
    if (toolchain === undefined) throw new Error(`no toolchain for ${keyOf(cell)}`);
    const report = await runCell(request, cell, toolchain, faultfs.path, limit);
    signal.throwIfAborted();
    reports.set(cell, report);
    listen({ kind: 'cell', report });
  };

  const together = cells.filter((cell) => cell.scenario.exclusive !== true);
  const cellLimit = pLimit(request.jobs);
  const trialLimit = pLimit(request.jobs);
  await allSettledOrThrow(together.map((cell) => cellLimit(() => judged(cell, trialLimit))));
  const single = pLimit(1);
  for (const cell of cells) if (cell.scenario.exclusive === true) await judged(cell, single);

  return {
    schema: 1,
    unlatch: request.unlatch,
    host: { kernel: release(), docker: request.runtime.engine },
    cells: cells.flatMap((cell) => reports.get(cell) ?? []),
  };
}

type Limit = <T>(task: () => Promise<T>) => Promise<T>;

/** Waits for all, so that nothing keeps running, then rejects with the first failure. */
async function allSettledOrThrow(tasks: readonly Promise<void>[]): Promise<void> {
  const failed = (await Promise.allSettled(tasks)).find((result) => result.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}

function keyOf({ go, gopls }: PlannedCell): string {
  return gopls === null ? `Go ${go}` : `gopls ${gopls} with Go ${go}`;
}

function trialsOf(request: RunRequest, scenario: Scenario): number {
  return request.trials ?? scenario.trials ?? 1;
}

/** Provisions the toolchains and prepares the runtime before any trial, so as not to disturb one. */
async function makeReady(request: RunRequest) {
  const ready = new Map<string, Toolchain>();
  const missing = new Map<string, string>();
  const wanted = new Map(request.cells.map((cell) => [keyOf(cell), cell]));
  let failure: unknown;
  for (const [key, cell] of wanted) {
    request.signal.throwIfAborted();
    try {
      request.listen({ kind: 'preparing', what: key });
      const toolchain = await request.provision(cell.go, cell.gopls, request.signal);
      await request.runtime.prepare(toolchain, tellPreparing(request.listen), request.signal);
      ready.set(key, toolchain);
    } catch (error) {
      request.signal.throwIfAborted();
      if (!(error instanceof EnvironmentError)) throw error;
      failure = error;
      missing.set(key, `${key}: ${messageOf(error)}`);
    }
  }
  if (ready.size === 0 && failure !== undefined) throw failure;
  return { ready, missing };
}

function mountsFaultfs(scenario: Scenario): boolean {
  const arms: readonly ArmName[] = [null, ...Object.keys(mitigationsOf(scenario))];
  return arms.some((name) => usesFaultfs(armOf(scenario, name)));
}

/** If it cannot be built, for example without a network, only the scenarios that mount it are skipped. */
async function makeFaultfs(request: RunRequest): Promise<{ readonly path: string | null; readonly missing?: string }> {
  if (!request.cells.some(({ scenario }) => mountsFaultfs(scenario))) return { path: null };
  if (request.faultfs === undefined) return { path: null, missing: 'faultfs is not available here' };
  try {
    request.listen({ kind: 'preparing', what: 'faultfs' });
    return { path: await request.faultfs(request.signal) };
  } catch (error) {
    request.signal.throwIfAborted();
    if (!(error instanceof EnvironmentError)) throw error;
    return { path: null, missing: messageOf(error) };
  }
}

async function missingFor(runtime: Runtime, scenario: Scenario): Promise<string | undefined> {
  const arms: readonly ArmName[] = [null, ...Object.keys(mitigationsOf(scenario))];
  const needs = new Set(arms.flatMap((name) => needsOf(armOf(scenario, name))));
  for (const need of needs) {
    const reason = await runtime.missing(need);
    if (reason !== null) return `${need}: ${reason}`;
  }
  return undefined;
}

async function runCell(
  request: RunRequest,
  cell: PlannedCell,
  toolchain: Toolchain,
  faultfs: string | null,
  limit: Limit,
): Promise<CellReport> {
  const { listen, signal } = request;
  const begin = performance.now();
  const trials: JudgedTrial[] = [];
  const runArm = async (name: ArmName) => {
    let shown = false;
    const numbers = Array.from({ length: trialsOf(request, cell.scenario) }, (_, index) => index + 1);
    const tasks = numbers.map((trial) =>
      limit(async () => {
        signal.throwIfAborted();
        listen({ kind: 'trial-started', scenario: cell.id });
        const history = await runTrial({
          runtime: request.runtime,
          toolchain,
          faultfs,
          scenario: cell.id,
          arm: armOf(cell.scenario, name),
          trial,
          signal,
          ...(request.deadlineMs === null ? {} : { deadlineMs: request.deadlineMs }),
        });
        signal.throwIfAborted();
        await request.keep(history);
        const judged = judgeTrial(cell, history);
        trials.push(judged);
        const { state } = judged.finding;
        const showOutput = state === 'unknown' || (state === 'present' && !shown && name === null);
        if (state === 'present') shown = true;
        listen({ kind: 'trial', history, finding: judged.finding, hits: hitsOf(history), showOutput });
      }),
    );
    await allSettledOrThrow(tasks);
  };

  await runArm(null);
  const baseline = claimVerdict(
    tally(
      trials.map(({ finding }) => finding),
      [],
    ),
  );
  const mitigations = Object.keys(mitigationsOf(cell.scenario));
  if (baseline === 'reproduced') {
    const why = cell.scenario.remedy?.none;
    if (why !== undefined) {
      listen({ kind: 'note', text: `${cell.id}: ${remedyArm} is not carried out: ${why}`, foreseen: true });
    }
    // Most of them mostly wait; `limit` bounds how many run at once.
    await allSettledOrThrow(mitigations.map(runArm));
  } else if (cell.spec.expect === 'reproduced') {
    const dropped = mitigations.length * trialsOf(request, cell.scenario);
    const why = 'the baseline did not show the symptom';
    if (dropped > 0) listen({ kind: 'dropped', scenario: cell.id, trials: dropped, why });
  }
  return assembleCell(cell, trials, Math.round(performance.now() - begin));
}

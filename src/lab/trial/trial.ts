/** One trial: one arm in one fresh sandbox, with one History as the result. */
import { messageOf } from '../../errors.ts';
import type { Cell, History } from '../history/history.ts';
import { failedHistory, readHistory, type TrialFacts } from '../history/read-history.ts';
import type { Runtime, Toolchain } from '../runtime/runtime.ts';
import { driverFiles } from './driver-files.ts';
import { type Arm, deadlineOf, needsOf, sandboxFiles, usesFaultfs } from './sandbox-files.ts';

/** Time beyond the deadline to create, set up, probe and pack the sandbox. */
const graceMs = 60_000;

export interface TrialRequest {
  readonly runtime: Runtime;
  readonly toolchain: Toolchain;
  readonly scenario: string;
  readonly arm: Arm;
  /** From 1. */
  readonly trial: number;
  readonly signal: AbortSignal;
  /** The path of faultfs, for an arm that mounts it. */
  readonly faultfs: string | null;
  /** Replaces the scenario's deadline. */
  readonly deadlineMs?: number;
}

/** Never rejects if the lab fails: the history says so. */
export async function runTrial(request: TrialRequest): Promise<History> {
  const { runtime, toolchain, arm, signal } = request;
  const begin = performance.now();
  const cell: Cell = {
    go: toolchain.go.version,
    gopls: toolchain.gopls?.version ?? null,
    runtime: runtime.name,
    fs: 'unknown',
    ...(toolchain.local === undefined ? {} : { local: toolchain.local }),
  };
  const facts = (): TrialFacts => ({
    arm,
    scenario: request.scenario,
    trial: request.trial,
    cell,
    ms: Math.round(performance.now() - begin),
  });
  const capabilities = needsOf(arm);
  const deadlineMs = request.deadlineMs ?? deadlineOf(arm);
  try {
    const files = new Map([
      ...sandboxFiles(arm, deadlineMs),
      ...driverFiles(capabilities, usesFaultfs(arm) ? request.faultfs : null),
    ]);
    await using sandbox = await runtime.open({ toolchain, root: arm.scenario.user === 'root', capabilities });
    const read = await sandbox.run(files, 2 * deadlineMs + graceMs, signal);
    return readHistory(facts(), read);
  } catch (error) {
    return failedHistory(facts(), messageOf(error));
  }
}

/**
 * A scenario: a claim, where it was made, and the smallest setup with real binaries that shows whether it is true.
 *
 * It is one flat literal. Commands are plain shell lines that run in the workspace; beside the environment of Go
 * they see $WORK (the workspace), $LAB (the sandbox's root) and the words that docs/scenario-shell.md lists.
 */
import type { Checker } from '../check/finding.ts';
import type { Capability, Fault } from '../fault/fault.ts';

/** Whether the claim's symptom is expected to show. A claim that shows nothing is a result of the same rank. */
export type Expectation = 'reproduced' | 'not-reproduced';
export type MitigationExpectation = 'holds' | 'fails';

/** A range of cells and what is expected on them. The first one that matches a cell speaks for it. */
export interface CellSpec {
  /** A semver range of Go versions ("<1.14", ">=1.14", "1.22"). Absent: every version. */
  readonly go?: string;
  /** A semver range of gopls versions. Present only where the scenario runs gopls. */
  readonly gopls?: string;
  readonly expect: Expectation;
  /**
   * The fault is not expected to strike, since these versions never make the call: zero hits are the evidence, not a
   * doubt. The fault's canary shows that it would have struck.
   */
  readonly avoids?: boolean;
}

export interface Worker {
  /** Unique in its scenario; letters, digits, '-'. */
  readonly name: string;
  /** Shell lines, run with `bash -e` in the workspace. */
  readonly run: string;
  /** How many of it run at once (default 1). Copies see their number, from 0, as $COPY. */
  readonly count?: number;
  /** Its own fault; the scenario's fault applies to workers that have none. `null`: no fault. */
  readonly fault?: Fault | null;
  /**
   * A shell condition, polled until it holds; only then the worker begins. A worker without one is held at the barrier
   * and released together with the others.
   */
  readonly after?: string;
  /**
   * Runs in a PID namespace of its own, as in a container beside those of the other workers. The files are the same, and so is /proc:
   * the words find its processes. Needs `pidns`.
   */
  readonly ownPidNamespace?: boolean;
  /** Runs for the others' sake (a holder): it is ended when they are done, and its exit is not judged. */
  readonly background?: boolean;
}

/** A change that is said to avoid or survive the symptom. */
export interface Mitigation {
  readonly expect?: MitigationExpectation;
  /** Where the advice stands, when it is not where the claim stands. */
  readonly source?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Shell lines before the workers start, after the scenario's own; no fault strikes them. */
  readonly setup?: readonly string[];
  /**
   * A shell line that is run when the symptom shows (when `symptom` first holds). The trial then goes on until the workers end by
   * themselves or the deadline passes.
   */
  readonly rescue?: string;
  /** Replaces the command of the workers of these names. */
  readonly run?: Readonly<Record<string, string>>;
  /** Replaces the scenario's fault and those of its workers. `null`: the point is that the fault is gone. */
  readonly fault?: Fault | null;
  /** The point is to avoid the operation that the fault strikes, so that zero hits do not make the finding unknown. */
  readonly avoids?: boolean;
  /** What the doctor must find in the baseline stays, and only hurts no more: it may find it here too. */
  readonly causeStays?: boolean;
  /** Judged instead of the scenario's checker, where the mitigation does another harm. */
  readonly check?: Checker;
  readonly deadlineMs?: number;
}

/**
 * How the doctor's own remedy is carried out in a scenario that names a finding, where the usual way does not do: `remedy` as the rescue
 * where there is an `symptom`, else each worker's command, `remedy`, and the command again.
 */
export interface RemedyArm {
  /** What a person would do at a step that only a person can decide: shell lines; what they print is evaluated as `remedy` is. */
  readonly decide?: string;
  readonly rescue?: string;
  readonly run?: Readonly<Record<string, string>>;
  /** `null`: the fault only shows who waits, and would strike the remedy too. */
  readonly fault?: null;
  /** What the doctor finds stays, and only hurts no more. */
  readonly causeStays?: boolean;
  readonly check?: Checker;
  readonly deadlineMs?: number;
  /** Why no remedy can be carried out here; then there is no such arm. */
  readonly none?: string;
}

export interface Scenario {
  readonly claim: string;
  readonly source: string;
  readonly cells: readonly CellSpec[];
  /** A txtar archive: the workspace, and under `proxy/MODULE@VERSION/` the modules that a file GOPROXY serves. */
  readonly files: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Shell lines that must succeed before the workers start; no fault strikes them. */
  readonly setup?: readonly string[];
  readonly workers: readonly Worker[];
  readonly fault?: Fault;
  /** A shell condition: when it holds, the symptom has shown and the trial may end. */
  readonly symptom?: string;
  /** Shell lines that run after the workers, by name; what they print and how they exit is kept for the checker. */
  readonly probes?: Readonly<Record<string, string>>;
  readonly mitigations?: Readonly<Record<string, Mitigation>>;
  readonly check: Checker;
  /** How often each arm is run (default 1). A race wants several. */
  readonly trials?: number;
  /** How long a trial may take before its workers are ended (default 60 s). */
  readonly deadlineMs?: number;
  /**
   * The workers run under strace, and the history says which of them held and wanted which lock when. Not with a fault that strace
   * injects, nor with a worker ownPidNamespace: a process has one tracer, and a thread of another PID namespace another number there.
   */
  readonly trace?: boolean;
  /** Runs with nothing beside it, because it measures time or holds the machine to itself. */
  readonly exclusive?: boolean;
  /**
   * The user that the workers run as: uid 0, or certainly another, where a program goes by that number. Default: another where one can be had,
   * and nobody with the rights of root in any case.
   */
  readonly user?: 'root' | 'ordinary';
  /** What its lines, go or the doctor run that a machine may lack, beside what its faults need: git, ps, ss. */
  readonly needs?: readonly Capability[];
  /** The doctor's finding that the symptom must raise. */
  readonly doctorFinding?: string;
  readonly remedy?: RemedyArm;
}

export function defineScenario(scenario: Scenario): Scenario {
  return scenario;
}

/** A scenario runs gopls when its cells speak of it. */
export function usesGopls(scenario: Scenario): boolean {
  return scenario.cells.some((spec) => spec.gopls !== undefined);
}

/**
 * A scenario: a claim, its source, and the smallest setup with real binaries that shows whether it is true.
 *
 * It is one flat literal. Commands are plain shell lines that run in the workspace; besides Go's environment
 * they have $WORK (the workspace), $LAB (the sandbox's root) and the commands in docs/scenario-shell.md.
 */
import type { Checker } from '../check/finding.ts';
import type { Capability, Fault } from '../fault/fault.ts';

/** Whether the claim's symptom is expected. A refuted claim is a result of equal rank. */
export type Expectation = 'reproduced' | 'not-reproduced';
export type MitigationExpectation = 'holds' | 'fails';

/** A range of cells and its expectation. The first match of a cell applies. */
export interface CellSpec {
  /** A semver range of Go versions ("<1.14", ">=1.14", "1.22"). Absent: every version. */
  readonly go?: string;
  /** A semver range of gopls versions. Present only if the scenario runs gopls. */
  readonly gopls?: string;
  readonly expect: Expectation;
  /**
   * These versions never make the faulty call, so zero hits are evidence. The fault's canary shows that it
   * would have hit.
   */
  readonly avoids?: boolean;
}

export interface Worker {
  /** Unique in its scenario; letters, digits, '-'. */
  readonly name: string;
  /** Shell lines, run with `bash -e` in the workspace. */
  readonly run: string;
  /** Number of copies that run at once (default 1). Each has its number, from 0, in $COPY. */
  readonly count?: number;
  /** Its own fault; absent: the scenario's fault. `null`: no fault. */
  readonly fault?: Fault | null;
  /**
   * A shell condition, polled until it holds; then the worker starts. Workers without one wait at the barrier
   * and start together.
   */
  readonly after?: string;
  /**
   * Runs in its own PID namespace, like another container. It shares the files and /proc, so the shell
   * commands find its processes. Needs `pidns`.
   */
  readonly ownPidNamespace?: boolean;
  /** Runs only for the others, such as a lock holder: it is killed when they are done, and its exit does not count. */
  readonly background?: boolean;
}

/** A change that supposedly avoids or survives the symptom. */
export interface Mitigation {
  readonly expect?: MitigationExpectation;
  /** Source of the advice, if it differs from the claim's. */
  readonly source?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Shell lines before the workers start, after the scenario's own setup; without faults. */
  readonly setup?: readonly string[];
  /**
   * A shell line that runs when `symptom` first holds. The trial then continues until the workers end by
   * themselves or the deadline passes.
   */
  readonly rescue?: string;
  /** Replaces the commands of these workers. */
  readonly run?: Readonly<Record<string, string>>;
  /** Replaces the scenario's fault and those of its workers. `null`: no fault. */
  readonly fault?: Fault | null;
  /** The mitigation avoids the faulty operation, so zero hits do not make the finding unknown. */
  readonly avoids?: boolean;
  /** The cause stays but no longer hurts, so the doctor may still report the baseline's finding. */
  readonly causeStays?: boolean;
  /** Replaces the scenario's checker if the mitigation does different harm. */
  readonly check?: Checker;
  readonly deadlineMs?: number;
}

/**
 * How a scenario with a finding carries out the doctor's remedy, if the default does not work. Default:
 * `remedy` as the rescue if there is a `symptom`, else each worker's command, `remedy`, the command again.
 */
export interface RemedyArm {
  /** Shell lines for a step that only a person can decide; their output is evaluated like that of `remedy`. */
  readonly decide?: string;
  readonly rescue?: string;
  readonly run?: Readonly<Record<string, string>>;
  /** `null`: without the fault, which would hit the remedy too. */
  readonly fault?: null;
  /** The cause stays but no longer hurts. */
  readonly causeStays?: boolean;
  readonly check?: Checker;
  readonly deadlineMs?: number;
  /** Why this scenario cannot carry out a remedy; it then has no such arm. */
  readonly none?: string;
}

export interface Scenario {
  readonly claim: string;
  readonly source: string;
  readonly cells: readonly CellSpec[];
  /** A txtar archive: the workspace, and below `proxy/MODULE@VERSION/` the modules of a file GOPROXY. */
  readonly files: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Shell lines that must succeed before the workers start; without faults. */
  readonly setup?: readonly string[];
  readonly workers: readonly Worker[];
  readonly fault?: Fault;
  /** A shell condition: once it holds, the symptom has shown and the trial may end. */
  readonly symptom?: string;
  /** Shell lines that run after the workers, by name; the checker gets their output and exit status. */
  readonly probes?: Readonly<Record<string, string>>;
  readonly mitigations?: Readonly<Record<string, Mitigation>>;
  readonly check: Checker;
  /** How often each arm runs (default 1). A race needs several. */
  readonly trials?: number;
  /** Time until a trial's workers are killed (default 60 s). */
  readonly deadlineMs?: number;
  /**
   * Runs the workers under strace; the history records which of them held and waited for which lock when. Not
   * with a strace fault (a process has only one tracer), nor with ownPidNamespace (other pids inside).
   */
  readonly trace?: boolean;
  /** Runs alone, because it measures time or needs the whole machine. */
  readonly exclusive?: boolean;
  /**
   * The workers' user: uid 0 or definitely not uid 0, for programs that act on the uid. Default: not uid 0 if
   * possible, and never with root's capabilities.
   */
  readonly user?: 'root' | 'ordinary';
  /** Programs that the scenario needs besides those of its faults and that a machine may lack: git, ps, ss. */
  readonly needs?: readonly Capability[];
  /** The doctor's finding that the symptom must raise. */
  readonly doctorFinding?: string;
  readonly remedy?: RemedyArm;
}

export function defineScenario(scenario: Scenario): Scenario {
  return scenario;
}

/** A scenario runs gopls if its cells name gopls versions. */
export function usesGopls(scenario: Scenario): boolean {
  return scenario.cells.some((spec) => spec.gopls !== undefined);
}

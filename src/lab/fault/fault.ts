/**
 * A fault: what goes wrong underneath the workers. It wraps a worker's command, lists the capabilities it
 * needs, and counts its hits from its log in the sandbox.
 *
 * To add one: a file in this folder that exports a function returning a Fault, and a test that it hits,
 * that it counts, and that it is not armed if its tool is missing.
 */

/** What a fault or scenario needs from the machine. A skipped cell names the first missing one. */
export const capabilities = [
  'ptrace',
  'mount',
  'fuse',
  'pidns',
  'root',
  'user',
  'procfs',
  'node',
  'netns',
  'memory',
  'git',
  'ps',
  'ss',
  'redis',
  'etcd',
] as const;
export type Capability = (typeof capabilities)[number];

export interface Fault {
  /** Short, for reports: "rename fails with EBUSY". */
  readonly name: string;
  readonly needs: readonly Capability[];
  /** A program that must be built first; in the sandbox it is $LAB/trial/NAME. */
  readonly program?: 'faultfs';
  /** Shell words before `bash WORKER` that run it under the fault. Each worker has its own `$FAULT_LOG`. */
  readonly wrap?: string;
  /**
   * Shell lines run inside the wrapped worker before its release: a call that must be hit, to prove that the
   * fault is in force. `$FAULT_LOG.canary` is its path.
   */
  readonly canary?: string;
  /**
   * Shell lines run once in the sandbox, in the background, before any worker starts. They write `armed` to
   * $FAULT_LOG once the fault is in force, and are killed at the end of the trial.
   */
  readonly hold?: string;
  /** Shell lines that record hits in $FAULT_LOG, run when the symptom shows and before the trial's end. */
  readonly note?: string;
  /** A line of the log that is a hit, as an expression for grep -P; absent: a testscript cannot have the fault. */
  readonly hit?: string;
  /** Counts from the fault's log. Pure. */
  readonly count: (log: string) => { readonly armed: boolean; readonly hits: number };
  /** When each hit struck, in microseconds since 1970; absent: the log tells no times. Pure. */
  readonly times?: (log: string) => readonly number[];
}

/** Of a log in which a line "at SECONDS" stands before the line of a hit. */
export function timesOfHits(log: string): readonly number[] {
  return Array.from(log.matchAll(/^at (\d+[.,]\d+)\nstruck /gm), ([, seconds = '']) => microseconds(seconds));
}

/** "1700000000.123456", from bash in some languages with a comma. */
export function microseconds(seconds: string): number {
  return Math.round(Number(seconds.replace(',', '.')) * 1e6);
}

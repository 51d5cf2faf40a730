/**
 * A fault: what goes wrong underneath the workers. It lays itself under a worker's command, says what it needs,
 * and counts its own hits from what it left behind in the sandbox.
 *
 * To add one: a file in this folder that exports a function returning a Fault, and a test that it strikes, that it
 * counts, and that it is not armed when its tool is missing.
 */

/** What a fault or scenario needs of the machine; the first one that is missing is named in the skip. */
export type Capability =
  | 'ptrace'
  | 'mount'
  | 'fuse'
  | 'pidns'
  | 'root'
  | 'user'
  | 'procfs'
  | 'node'
  | 'netns'
  | 'memory'
  | 'git'
  | 'ps'
  | 'ss';

export interface Fault {
  /** Short, in the words of a report: "rename fails with EBUSY". */
  readonly name: string;
  readonly needs: readonly Capability[];
  /** A program of docker/ that must be built first; it is then $LAB/trial/NAME in the sandbox. */
  readonly program?: 'faultfs';
  /**
   * Shell words put before `bash WORKER` to run it under the fault. `$FAULT_LOG` is a file of its own per worker.
   */
  readonly wrap?: string;
  /**
   * Shell lines run inside the wrapped worker before it is released: a call that must be struck, to show that the
   * fault is in force. `$FAULT_LOG.canary` names a path for it.
   */
  readonly canary?: string;
  /**
   * Shell lines run once in the sandbox, in the background, before any worker begins. They write `armed` to $FAULT_LOG
   * when the fault is in force, and are ended with the trial.
   */
  readonly hold?: string;
  /** Shell lines run when the symptom shows and again at the end, with everything still in place, to note hits in $FAULT_LOG. */
  readonly note?: string;
  /** Reads what the fault left in its log. Pure. */
  readonly count: (log: string) => { readonly armed: boolean; readonly hits: number };
}

/** What the doctor found. Each file in finding/ is one kind, pure over a snapshot. */
import type { Step } from './remedy/remedy.ts';
import type { Snapshot } from './snapshot.ts';

export interface Finding {
  readonly id: string;
  /** 'note': worth knowing but harmless; it does not change the exit status. */
  readonly severity: 'error' | 'warning' | 'note';
  /** One sentence: which process holds, waits for or lacks what, and for how long. */
  readonly summary: string;
  readonly evidence: readonly string[];
  /** The processes involved: the cause first, then its waiters. */
  readonly pids: readonly number[];
  /** The processes that wait because of it, one sentence each. */
  readonly consequences: readonly string[];
  /** Steps that the lab has shown to help, in order. Empty: nothing needs to be done. */
  readonly remedy: readonly Step[];
  /** The source of the fact: a file of cmd/go or gopls, an issue, a scenario. */
  readonly source: string;
}

export type Finder = (snapshot: Snapshot) => readonly Finding[];

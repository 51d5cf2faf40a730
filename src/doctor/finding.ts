/** What the doctor found: one kind each in finding/, pure over a snapshot. */
import type { Step } from './remedy/remedy.ts';
import type { Snapshot } from './snapshot.ts';

export interface Finding {
  readonly id: string;
  /** 'note': worth knowing, and no cause of trouble; it does not change the exit status. */
  readonly severity: 'error' | 'warning' | 'note';
  /** One sentence: who holds or lacks what, since when. */
  readonly summary: string;
  readonly evidence: readonly string[];
  /** The processes that it is about: the cause first, then who waits for it. */
  readonly pids: readonly number[];
  /** Who waits because of it, one sentence each. */
  readonly consequences: readonly string[];
  /** What the lab has shown to help, in the order in which to do it. Empty: nothing needs to be done. */
  readonly remedy: readonly Step[];
  /** Where the fact comes from: a file of cmd/go or gopls, an issue, a scenario. */
  readonly source: string;
}

export type Finder = (snapshot: Snapshot) => readonly Finding[];

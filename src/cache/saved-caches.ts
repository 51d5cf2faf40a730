import type { Amount, Generation } from './accounting.ts';
import type { CacheKind, PerKind } from './kind.ts';

/** What became of one archive at the end of the job. Plain JSON. */
export interface SavedCache {
  readonly kind: CacheKind;
  readonly saved: boolean;
  /** In one sentence, for people: why it was saved, or why not. */
  readonly why: string;
  /** It was to be saved, and the store, or the disk, failed. */
  readonly isFault: boolean;
  readonly key: string;
  /** Of what was restored, what the job used (modules: what its build lists name). */
  readonly used: Amount;
  /** Made or downloaded by this job. */
  readonly madeAnew: Amount;
  /** Not used by this job, and carried on all the same: see chooseLintEntries; of modules, what other jobs need. */
  readonly idle: Amount;
  /** Not used, not needed: left out of the archive. */
  readonly swept: Amount;
  /** What the archive holds, or would hold. */
  readonly packed: Amount;
  readonly archiveBytes: number | null;
  /** All of the end: choosing, packing, sending. */
  readonly ms: number;
  /** Choosing alone. */
  readonly chooseMs: number;
  /**
   * What making the reused entries cost when they were made. An estimate from below, of wall time: for each entry the
   * time since the entry before it in the same job, at most 10 s, as go's own time stamps in the entries tell it.
   * null for modules, whose files carry no such stamp, and for the tools' caches, where what is reused spares more than itself.
   */
  readonly reusedWorthMs: number | null;
  /** The same for what was made anew. */
  readonly madeAnewCostMs: number | null;
  /** With this job's line, when it was saved. */
  readonly generations: readonly Generation[];
  /** The archives whose place this one takes, for whoever may delete them. */
  readonly replacesKeys: readonly string[];
}

export type SavedCaches = PerKind<SavedCache>;

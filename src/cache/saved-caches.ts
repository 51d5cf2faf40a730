import { type Amount, type Generation, nothing } from './accounting.ts';
import type { CacheKind, PerKind } from './kind.ts';
import type { RestoredCache } from './restored-caches.ts';

/** The result of saving one archive at the end of the job. Plain JSON. */
export interface SavedCache {
  readonly kind: CacheKind;
  readonly saved: boolean;
  /** One sentence for people: why it was saved, or why not. */
  readonly why: string;
  /** Saving failed because of the store or the disk. */
  readonly isFault: boolean;
  readonly key: string;
  /** Restored entries that the job used (modules: that its build lists name). */
  readonly used: Amount;
  /** Made or downloaded by this job. */
  readonly madeAnew: Amount;
  /**
   * Not used by this job but kept: see chooseLintEntries; modules: what other jobs need. The name is
   * in the JSON of the accounts (schema 1).
   */
  readonly idle: Amount;
  /** Not needed, so left out of the archive. */
  readonly swept: Amount;
  /** The content of the archive, saved or not. */
  readonly packed: Amount;
  readonly archiveBytes: number | null;
  /** Choosing, packing and uploading. */
  readonly ms: number;
  /** Choosing alone. */
  readonly chooseMs: number;
  /**
   * How long it took to make the reused entries: a lower bound, in wall time. Counts for each entry
   * the time since the previous entry of the same job, at most 10 s, by go's own time stamps in the
   * entries. null for modules, whose files have no time stamps, and for the tools' caches, where
   * reuse saves more than the entry itself.
   */
  readonly reusedWorthMs: number | null;
  /** The same for new entries. */
  readonly madeAnewCostMs: number | null;
  /** Includes this save, if it was saved. */
  readonly generations: readonly Generation[];
  /** Keys of the archives that this one replaces and that may be deleted. */
  readonly replacesKeys: readonly string[];
}

/** A cache of which nothing is saved, and nothing is known. */
export function notSaved({ kind, why, key, generations }: RestoredCache): SavedCache {
  return {
    kind,
    saved: false,
    why,
    isFault: false,
    key: key.key,
    used: nothing,
    madeAnew: nothing,
    idle: nothing,
    swept: nothing,
    packed: nothing,
    archiveBytes: null,
    ms: 0,
    chooseMs: 0,
    reusedWorthMs: null,
    madeAnewCostMs: null,
    generations,
    replacesKeys: [],
  };
}

export type SavedCaches = PerKind<SavedCache>;

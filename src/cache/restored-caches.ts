import type { Amount, Generation } from './accounting.ts';
import type { CacheKey } from './keys/cache-key.ts';
import type { CacheKind, PerKind } from './kind.ts';

/** What became of one archive at restore. Plain JSON. */
export interface RestoredCache {
  readonly kind: CacheKind;
  /**
   * exact: nothing that the key names has changed. prefix: an older archive. miss: there is none. damaged: there was
   * one, it was refused, and nothing of it is left. skipped: the folder has entries already. off: not asked for.
   */
  readonly hit: 'exact' | 'prefix' | 'miss' | 'damaged' | 'skipped' | 'off';
  /** In one sentence, for people. */
  readonly why: string;
  /** The store failed, or what it had was damaged. */
  readonly isFault: boolean;
  /** GOMODCACHE, GOCACHE, or where golangci-lint or gopls keep theirs; '' when off. */
  readonly folder: string;
  readonly key: CacheKey;
  readonly matchedKey: string | null;
  /** What the archive held. */
  readonly restored: Amount;
  /** Entries of it that were in the folder already, and stayed. */
  readonly alreadyThere: number;
  /** Packed, when the store says so. */
  readonly archiveBytes: number | null;
  /** From the request to the last entry in place. */
  readonly ms: number;
  /** The archive's own history, oldest first. */
  readonly generations: readonly Generation[];
  /**
   * The mtime that marks an entry as not used since, Unix time in ms, the same in all caches of a job; null when this one
   * was not marked.
   */
  readonly markMs: number | null;
}

/** What main hands to post. Plain JSON. */
export interface RestoredCaches extends PerKind<RestoredCache> {
  /** When it began, Unix time in ms: what go made later is made anew. */
  readonly startedMs: number;
  /** Whether the module cache had extracted trees before: then a tree does not tell that this job needed it. */
  readonly hadTrees: boolean;
}

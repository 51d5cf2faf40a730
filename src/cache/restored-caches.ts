import type { Amount, Generation } from './accounting.ts';
import type { CacheKey } from './keys/cache-key.ts';
import type { CacheKind, PerKind } from './kind.ts';
import type { LayerState } from './layer/layer-state.ts';

/** The result of restoring one archive. Plain JSON. */
export interface RestoredCache {
  readonly kind: CacheKind;
  /**
   * exact: nothing in the key has changed. prefix: an older archive. miss: no archive. damaged: the
   * archive was rejected, and nothing of it is left. skipped: the cache already has entries. off:
   * not requested.
   */
  readonly hit: 'exact' | 'prefix' | 'miss' | 'damaged' | 'skipped' | 'off';
  /** One sentence for people. */
  readonly why: string;
  /** The store failed, or its archive was damaged. */
  readonly isFault: boolean;
  /** GOMODCACHE, GOCACHE, or the cache of golangci-lint or gopls; '' when off. */
  readonly folder: string;
  readonly key: CacheKey;
  readonly matchedKey: string | null;
  /** What the archive held. */
  readonly restored: Amount;
  /** Entries that the cache already had, and kept. */
  readonly alreadyThere: number;
  /** Packed size; null: the store did not report it. */
  readonly archiveBytes: number | null;
  /** From the request to the last entry in place. */
  readonly ms: number;
  /** The archive's own history, oldest first. */
  readonly generations: readonly Generation[];
  /**
   * The marker mtime, Unix time in ms, the same in all caches of a job: an entry with a later mtime
   * was used. null: the entries were not stamped.
   */
  readonly markMs: number | null;
  /** How it is mounted, or would have been had there been a layer; null: it is an archive. */
  readonly layer: LayerState | null;
}

/** What main hands to post. Plain JSON. */
export interface RestoredCaches extends PerKind<RestoredCache> {
  /** When the restore began, Unix time in ms: entries made later are new. */
  readonly startedMs: number;
  /**
   * Whether the module cache already had extracted modules: then an extracted module does not show
   * that this job needed it.
   */
  readonly hadTrees: boolean;
  /** Whether caches are mounted in this job, and why not. One sentence for people. */
  readonly mounts: string;
}

import type { Manifest } from '../archive/manifest.ts';
import type { KnownEntries, Selection } from '../archive/selection.ts';
import type { KeyFacts } from '../keys/key-facts.ts';
import type { ModuleNeeds } from '../modules/module-needs.ts';
import type { Thrift } from '../modules/plan-modules.ts';
import type { CacheRequest } from '../request.ts';
import type { RestoredCaches } from '../restored-caches.ts';

/** The folder of a cache, or why there is no archive of it. */
export type CachePlace = { readonly folder: string } | { readonly off: string };

export const notRequested: CachePlace = { off: 'not requested' };

/** Chooses the content of an archive, given that of the previous one. */
export type Choose = (known: KnownEntries, needs: ModuleNeeds) => Selection;

/**
 * What is specific to one kind of archive: where its cache is, how to restore it, what to save of
 * it.
 */
export interface ArchiveKind {
  readonly place: (request: CacheRequest, facts: KeyFacts) => CachePlace;
  /** Checks an unpacked archive. @throws DamagedArchive */
  readonly check: (unpacked: string) => Manifest;
  /** The order in which files go into the cache. */
  readonly units: (entries: Manifest['entries']) => readonly string[];
  /** The number of entries in the cache. */
  readonly count: (folder: string) => number;
  /**
   * Stamps every entry with a marker mtime and returns it; a later mtime means the entry was used.
   * null: mtime does not show use.
   */
  readonly mark: ((folder: string, nowMs: number, earlierMarkMs: number | null) => number) | null;
  readonly choose: (request: CacheRequest, restored: RestoredCaches, thrift: Thrift) => Promise<Choose> | Choose;
}

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
  /** What a file is only packed with: all files of a unit, or none. */
  readonly unitOf: (path: string) => string;
  /** The number of entries in the cache. */
  readonly count: (folder: string) => number;
  /**
   * Stamps every entry with a marker time and returns it; a later time means the entry was used.
   */
  readonly mark: (folder: string, nowMs: number, earlierMarkMs: number | null) => number;
  /** @param beganWith the content of the restored archive; empty if none was restored */
  readonly choose: (
    request: CacheRequest,
    restored: RestoredCaches,
    thrift: Thrift,
    beganWith: KnownEntries,
  ) => Promise<Choose> | Choose;
}

import type { Manifest } from '../archive/manifest.ts';
import type { KnownEntries, Selection } from '../archive/selection.ts';
import type { KeyFacts } from '../keys/key-facts.ts';
import type { ModuleNeeds } from '../modules/module-needs.ts';
import type { Thrift } from '../modules/plan-modules.ts';
import type { CacheRequest } from '../request.ts';
import type { RestoredCaches } from '../restored-caches.ts';

/** The folder of a cache, or why there is no archive of it. */
export type CachePlace = { readonly folder: string } | { readonly off: string };

export const notAskedFor: CachePlace = { off: 'not asked for' };

/** What is to go into an archive, given what the one before holds. */
export type Choose = (known: KnownEntries, needs: ModuleNeeds) => Selection;

/** What one kind of archive has for itself: where its cache is, how it is restored, what of it is saved. */
export interface ArchiveKind {
  readonly place: (request: CacheRequest, facts: KeyFacts) => CachePlace;
  /** Checks an unpacked archive. @throws DamagedArchive */
  readonly check: (unpacked: string) => Manifest;
  /** In which order the files go into the cache. */
  readonly units: (entries: Manifest['entries']) => readonly string[];
  /** How many entries the cache has. */
  readonly count: (folder: string) => number;
  /** Stamps every entry with a mtime in the past and returns it: a later one means use. null: its mtimes do not show use. */
  readonly mark: ((folder: string, nowMs: number, earlierMarkMs: number | null) => number) | null;
  readonly choose: (request: CacheRequest, restored: RestoredCaches, thrift: Thrift) => Promise<Choose> | Choose;
}

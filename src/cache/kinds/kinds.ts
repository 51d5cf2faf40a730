import { buildUnits, checkBuildArchive, checkLintArchive } from '../archive/build-archive.ts';
import { checkGoplsArchive, goplsUnits } from '../archive/gopls-archive.ts';
import type { Manifest } from '../archive/manifest.ts';
import { checkModuleArchive, moduleUnits } from '../archive/module-archive.ts';
import { buildEntryPaths } from '../entries/build-entries.ts';
import { goplsEntryPaths } from '../entries/gopls-entries.ts';
import { markBuildEntries } from '../entries/mark-build-entries.ts';
import { markGoplsEntries } from '../entries/mark-gopls-entries.ts';
import type { PerKind } from '../kind.ts';
import { readDownloadedFiles } from '../modules/downloaded-modules.ts';

/** How one kind of archive is restored. */
export interface Handling {
  /** Checks an unpacked archive. @throws DamagedArchive */
  readonly check: (unpacked: string) => Manifest;
  /** In which order the files go into the cache. */
  readonly units: (entries: Manifest['entries']) => readonly string[];
  /** How many entries the cache has. */
  readonly count: (folder: string) => number;
  /** Gives the entries a mtime by which use is told, and returns it; null where it is not told by that. */
  readonly mark: ((folder: string, nowMs: number, earlierMarkMs: number | null) => number) | null;
}

export const handlings: PerKind<Handling> = {
  modules: {
    check: checkModuleArchive,
    units: moduleUnits,
    count: (folder) => readDownloadedFiles(folder).length,
    mark: null,
  },
  build: {
    check: checkBuildArchive,
    units: buildUnits,
    count: (folder) => buildEntryPaths(folder).length,
    mark: markBuildEntries,
  },
  lint: {
    check: checkLintArchive,
    units: buildUnits,
    count: (folder) => buildEntryPaths(folder).length,
    mark: markBuildEntries,
  },
  gopls: {
    check: checkGoplsArchive,
    units: goplsUnits,
    count: (folder) => goplsEntryPaths(folder).length,
    mark: markGoplsEntries,
  },
};

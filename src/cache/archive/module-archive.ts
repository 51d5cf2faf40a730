import { type DownloadedFile, isDownloadedFile, readDownloadedFiles } from '../modules/downloaded-modules.ts';
import { moduleTreeOf, moduleUnit } from '../modules/module-unit.ts';
import type { NeededModules } from '../modules/needed-modules.ts';
import type { Manifest, ManifestEntry } from './manifest.ts';
import { checkStaged } from './staging.ts';

/** Checks an unpacked module archive. @throws DamagedArchive */
export function checkModuleArchive(folder: string): Manifest {
  return checkStaged(folder, 'modules', ({ path }) => {
    if (isDownloadedFile(path)) return null;
    const clean = !path.split('/').some((part) => part === '' || part === '.' || part === '..');
    return clean && moduleTreeOf(path) !== null ? null : 'is not a path of the module cache';
  });
}

/** The order in which files go into GOMODCACHE: extracted modules as a whole. */
export function moduleUnits(entries: readonly ManifestEntry[]): readonly string[] {
  return [...new Set(entries.map(({ path }) => moduleUnit(path)))];
}

/** A file of GOMODCACHE that goes into the archive. */
export interface ModuleFile {
  readonly path: string;
  readonly bytes: number;
  /** A build list or a go.sum names it. false: the job needed it for another reason. */
  readonly isListed: boolean;
}

export interface ModuleSelection {
  readonly kept: readonly ModuleFile[];
  readonly unneeded: readonly DownloadedFile[];
}

/**
 * Selects whole module versions. A zip is kept if a build list names it, or if this job extracted
 * it, as for `go install TOOL@VERSION`. A .mod or .info is also kept if a go.sum names it, or if
 * this job fetched it.
 *
 * @param unpacked modules that this job extracted; null: unknown, then what it fetched counts.
 */
export function selectModuleFiles(
  gomodcache: string,
  needed: NeededModules,
  unpacked: ReadonlySet<string> | null,
  startedMs: number,
): ModuleSelection {
  const kept: ModuleFile[] = [];
  const unneeded: DownloadedFile[] = [];
  for (const file of readDownloadedFiles(gomodcache)) {
    const { module, kind, path, bytes } = file;
    const isText = kind === 'mod' || kind === 'info';
    const isListed = needed.selected.has(module) || (isText && needed.known.has(module));
    const isNew = file.mtimeMs >= startedMs;
    const isBesides = isText || unpacked === null ? isNew : false;
    if (isListed || isBesides || unpacked?.has(module) === true) kept.push({ path, bytes, isListed });
    else unneeded.push(file);
  }
  return { kept, unneeded };
}

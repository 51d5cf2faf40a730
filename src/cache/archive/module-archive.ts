import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  type DownloadedFile,
  isDownloadedFile,
  readDownloadedFiles,
  readModuleTrees,
} from '../modules/downloaded-modules.ts';
import type { NeededModules } from '../modules/needed-modules.ts';
import type { Manifest, ManifestEntry } from './manifest.ts';
import { checkStaged } from './staging.ts';

/** Matches "github.com/x/y@v1.0.0/z.go"; the group is the extracted module. */
const treePath = /^((?!cache\/|golang\.org\/toolchain@)[^@\\:\0]+@v[^/\\:\0]*)\/[^\0]+$/;

/** Checks an unpacked module archive. @throws DamagedArchive */
export function checkModuleArchive(folder: string): Manifest {
  return checkStaged(folder, 'modules', ({ path }) => {
    if (isDownloadedFile(path)) return null;
    const clean = !path.split('/').some((part) => part === '' || part === '.' || part === '..');
    return clean && treePath.test(path) ? null : 'is not a path of the module cache';
  });
}

/**
 * The order in which files go into GOMODCACHE. An extracted module goes in as a whole: go takes any
 * folder of that name for the complete module.
 */
export function moduleUnits(entries: readonly ManifestEntry[]): readonly string[] {
  return [...new Set(entries.map(({ path }) => (isDownloadedFile(path) ? path : (treePath.exec(path)?.[1] ?? path))))];
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

/**
 * The files of all extracted modules that a build list names. Skips a module that go has not
 * finished extracting.
 */
export function selectTreeFiles(gomodcache: string, needed: NeededModules): readonly ModuleFile[] {
  const kept: ModuleFile[] = [];
  const visit = (folder: string) => {
    for (const entry of readdirSync(join(gomodcache, folder), { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) visit(path);
      else if (entry.isFile()) kept.push({ path, bytes: lstatSync(join(gomodcache, path)).size, isListed: true });
    }
  };
  for (const tree of readModuleTrees(gomodcache)) {
    const at = tree.lastIndexOf('@');
    const partial = join(gomodcache, 'cache/download', tree.slice(0, at), '@v', `${tree.slice(at + 1)}.partial`);
    if (needed.selected.has(tree) && lstatSync(partial, { throwIfNoEntry: false }) === undefined) visit(tree);
  }
  return kept;
}

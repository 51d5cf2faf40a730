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

/** "github.com/x/y@v1.0.0/z.go": the tree it belongs to. */
const treePath = /^((?!cache\/|golang\.org\/toolchain@)[^@\\:\0]+@v[^/\\:\0]*)\/[^\0]+$/;

/** Checks an unpacked module archive. @throws DamagedArchive */
export function checkModuleArchive(folder: string): Manifest {
  return checkStaged(folder, 'modules', ({ path }) => {
    if (isDownloadedFile(path)) return null;
    const clean = !path.split('/').some((part) => part === '' || part === '.' || part === '..');
    return clean && treePath.test(path) ? null : 'is not a path of the module cache';
  });
}

/** In which order they go into GOMODCACHE: a tree only as a whole, for go takes any folder of that name for all of it. */
export function moduleUnits(entries: readonly ManifestEntry[]): readonly string[] {
  return [...new Set(entries.map(({ path }) => (isDownloadedFile(path) ? path : (treePath.exec(path)?.[1] ?? path))))];
}

/** A file of GOMODCACHE that goes into the archive. */
export interface ModuleFile {
  readonly path: string;
  readonly bytes: number;
  /** A build list or a go.sum names it; else it was needed besides. */
  readonly isListed: boolean;
}

export interface ModuleSelection {
  readonly kept: readonly ModuleFile[];
  readonly unneeded: readonly DownloadedFile[];
}

/**
 * Whole module versions: a zip when a build list names it, or when this job unpacked it, as it does for
 * `go install TOOL@VERSION`; a .mod or .info as well when a go.sum names it, or this job fetched it.
 *
 * @param unpacked what this job has extracted, or null where that cannot be told: then what it has fetched.
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

/** The files of all extracted trees that a build list names. A tree that go has not finished is left out. */
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

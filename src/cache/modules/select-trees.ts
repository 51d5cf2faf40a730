import { lstatSync } from 'node:fs';
import type { ModuleFile, ModuleSelection } from '../archive/module-archive.ts';
import type { KnownEntries } from '../archive/selection.ts';
import { readDownloadedFiles, readModuleTrees } from './downloaded-modules.ts';
import { hashFileOf, wasUsed } from './mark-modules.ts';
import { readModuleTree } from './module-tree.ts';
import { moduleTreeOf } from './module-unit.ts';
import type { NeededModules } from './needed-modules.ts';
import { zipsToKeep } from './zips-to-keep.ts';

/** What a job began with. */
export interface ModulesBefore {
  /** The content of the restored archive. */
  readonly restored: KnownEntries;
  /** Whether the cache had extracted modules besides. */
  readonly hadTrees: boolean;
  readonly startedMs: number;
  /** RestoredCache.markMs */
  readonly markMs: number | null;
}

export interface SelectedTrees {
  readonly files: readonly ModuleFile[];
  /** "github.com/x/y@v1.0.0" → whether a build list names it. */
  readonly trees: ReadonlyMap<string, boolean>;
  /** Of them, those of the restored archive. */
  readonly restored: ReadonlySet<string>;
}

/**
 * Selects extracted modules, each as a whole: those that a build list names, and those that this job
 * extracted or used besides, as for `go install TOOL@VERSION`. One that the archive has is not read
 * again: its files are compared when they are packed. Another one must match its .ziphash.
 */
export function selectTrees(gomodcache: string, needed: NeededModules, before: ModulesBefore): SelectedTrees {
  const byTree = new Map<string, ModuleFile[]>();
  for (const { path, bytes } of before.restored.values()) {
    const tree = moduleTreeOf(path);
    if (tree === null) continue;
    const files = byTree.get(tree) ?? [];
    if (files.length === 0) byTree.set(tree, files);
    files.push({ path, bytes, isListed: needed.selected.has(tree) });
  }
  const files: ModuleFile[] = [];
  const trees = new Map<string, boolean>();
  const restored = new Set<string>();
  for (const tree of readModuleTrees(gomodcache)) {
    const isListed = needed.selected.has(tree);
    const known = byTree.get(tree);
    if (known !== undefined) {
      if (!isListed && !wasUsed(gomodcache, tree, before.markMs)) continue;
      for (const file of known) files.push(file);
      trees.set(tree, isListed);
      restored.add(tree);
    } else if (isListed || !before.hadTrees || isNew(hashFileOf(gomodcache, tree), before.startedMs)) {
      const read = readModuleTree(gomodcache, tree);
      if (read === null) continue;
      for (const { path, bytes } of read.files) files.push({ path: `${tree}/${path}`, bytes, isListed });
      trees.set(tree, isListed);
    }
  }
  return { files, trees, restored };
}

function isNew(file: string, startedMs: number): boolean {
  return (lstatSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) >= startedMs;
}

/** Like selectModuleFiles, of an archive of extracted modules: their zips only where zipsToKeep says so. */
export function selectTreesWithoutZips(
  gomodcache: string,
  needed: NeededModules,
  before: ModulesBefore,
): ModuleSelection {
  const { files, trees, restored } = selectTrees(gomodcache, needed, before);
  const downloads = readDownloadedFiles(gomodcache).map((file) => ({
    ...file,
    isNew: file.mtimeMs >= before.startedMs && !before.restored.has(file.path),
  }));
  const zips = downloads.filter(
    ({ kind, module, isNew }) => kind === 'zip' && (needed.selected.has(module) || trees.has(module) || isNew),
  );
  const kept = zipsToKeep(
    zips.map(({ module, path, isNew }) => ({
      module,
      isListed: needed.selected.has(module),
      isFetched: isNew,
      wasRestored: before.restored.has(path),
      treeWasRestored: restored.has(module),
      hasTree: trees.has(module),
    })),
  );
  const isKept = ({ module, kind, isNew }: (typeof downloads)[number]) => {
    if (kind === 'zip') return kept.has(module);
    if (trees.has(module) || kept.has(module)) return true;
    return kind !== 'ziphash' && (needed.known.has(module) || isNew);
  };
  return {
    kept: [
      ...files,
      ...downloads.filter(isKept).map(({ path, bytes, module, kind }) => {
        const isText = kind === 'mod' || kind === 'info';
        return { path, bytes, isListed: needed.selected.has(module) || (isText && needed.known.has(module)) };
      }),
    ],
    unneeded: downloads.filter((file) => !isKept(file)),
  };
}

import { lstatSync, renameSync, unlinkSync } from 'node:fs';
import { errnoOf } from '../../errors.ts';
import { type Folder, openIn, pathIn, removeIn } from '../folder.ts';
import type { PairFile, PairUnit } from './read-pairs.ts';

/** `used`: somebody looked it up meanwhile. `failed`: the system refused; it is whole. */
export type UnitOutcome = 'removed' | 'used' | 'failed';

/** The 256 folders of a cache, each opened once. */
export interface PairFolders extends Disposable {
  /** null: it is gone, or no folder. */
  readonly of: (name: string) => Folder | null;
}

export function pairFolders(base: Folder): PairFolders {
  const open = new Map<string, Folder | null>();
  return {
    of: (name) => {
      const known = open.get(name);
      if (known !== undefined) return known;
      const folder = openIn(base, name);
      open.set(name, folder);
      return folder;
    },
    [Symbol.dispose]: () => {
      for (const folder of open.values()) folder?.[Symbol.dispose]();
    },
  };
}

/**
 * Removes an action and its output, in one go and without a lock: go takes none.
 *
 * A lookup reads the action, sets its time, and only then asks for the output (cache.go, GetFile;
 * filecache, get). So the output is first moved aside, and the actions are looked at again: when no
 * time was set, nobody has seen the output, and whoever comes now misses it and makes it anew. When
 * one was set, the output goes back.
 */
export function removePair(unit: PairUnit, folders: PairFolders): UnitOutcome {
  try {
    const { output, actions } = unit;
    if (!actions.every((action) => isAsListed(action, folders))) return 'used';
    if (output === null || !isThere(output, folders)) return dropActions(actions, folders);
    if (!isAsListed(output, folders)) return 'used';
    const folder = folders.of(output.folder);
    if (folder === null) return 'used';
    const [path, aside] = [pathIn(folder, output.name), pathIn(folder, `${output.name}.tmp`)];
    renameSync(path, aside);
    let dropped: UnitOutcome;
    try {
      dropped = actions.every((action) => isAsListed(action, folders)) ? dropActions(actions, folders) : 'used';
    } catch (error) {
      putBack(aside, path);
      throw error;
    }
    if (dropped !== 'removed' && putBack(aside, path)) return dropped;
    drop(folder, `${output.name}.tmp`);
    return dropped;
  } catch (error) {
    const code = errnoOf(error);
    if (code === undefined) throw error;
    // Somebody else removes the same cache.
    return code === 'ENOENT' || code === 'ENOTDIR' ? 'removed' : 'failed';
  }
}

/** false: the same output was written anew meanwhile; an executable is a folder, which no rename replaces. */
function putBack(aside: string, path: string): boolean {
  try {
    renameSync(aside, path);
    return true;
  } catch (error) {
    if (errnoOf(error) === 'ENOTEMPTY' || errnoOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Removes what a killed unlatch had moved aside. */
export function drop(folder: Folder, name: string): void {
  const stat = lstatSync(pathIn(folder, name), { throwIfNoEntry: false });
  if (stat === undefined) return;
  if (stat.isDirectory()) removeIn(folder, name);
  else unlinkSync(pathIn(folder, name));
}

function dropActions(actions: readonly PairFile[], folders: PairFolders): UnitOutcome {
  for (const action of actions) {
    if (!isAsListed(action, folders)) return 'used';
    const folder = folders.of(action.folder);
    if (folder !== null && isThere(action, folders)) unlinkSync(pathIn(folder, action.name));
  }
  return 'removed';
}

/** Whether nobody used it or wrote to it since it was listed; gone is as good. */
function isAsListed({ folder: of, name, mtimeMs }: PairFile, folders: PairFolders): boolean {
  const folder = folders.of(of);
  const stat = folder === null ? undefined : lstatSync(pathIn(folder, name), { throwIfNoEntry: false });
  return stat === undefined || stat.mtimeMs === mtimeMs;
}

function isThere({ folder: of, name }: PairFile, folders: PairFolders): boolean {
  const folder = folders.of(of);
  return folder !== null && lstatSync(pathIn(folder, name), { throwIfNoEntry: false }) !== undefined;
}

import { lstatSync, type Stats, unlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { errnoOf } from '../errors.ts';
import { isListening } from '../process/is-listening.ts';
import { isAt } from '../process/proc/open-paths.ts';
import { listProcesses, type Process } from '../process/proc/process-table.ts';
import { busy, type CleanItem, codeOf, ended, outcomeOf } from './clean-item.ts';
import { type Folder, openBelow, openFolder, pathIn, removeIn } from './folder.ts';
import { identityOf } from './list-caches.ts';
import type { Residue } from './residue.ts';

/** Removes leftovers one by one, each only if it is still what was listed. */
export async function removeResidue(residue: readonly Residue[]): Promise<readonly CleanItem[]> {
  const items: CleanItem[] = [];
  for (const one of residue) items.push(await remove(one));
  return items;
}

async function remove(one: Residue): Promise<CleanItem> {
  const { path, root, kind, identity } = one.candidate;
  const name = basename(path);
  try {
    using base = openFolder(root);
    using folder = openBelow(base, dirname(path));
    if (folder === null) return ended(one, 'changed', 'a folder in its path was replaced');
    const entry = pathIn(folder, name);
    const stat = lstatSync(entry, { throwIfNoEntry: false });
    if (stat === undefined) return ended(one, 'gone', null);
    if (identityOf(stat) !== identity || hasChanged(stat, one)) return ended(one, 'changed', 'it changed meanwhile');
    const users = usersNow(one);
    if (users.length > 0) return busy(one, users);
    if (kind === 'partial' && isThere(base, one.candidate.tree))
      return ended(one, 'changed', 'the module is being extracted');
    if (kind === 'daemon-socket' && (await isListening(entry)) !== false)
      return ended(one, 'changed', 'a daemon listens on it');
    if (kind === 'work-folder') removeIn(folder, name);
    else unlinkSync(entry);
    return ended(one, 'removed', null);
  } catch (error) {
    return ended(one, ...outcomeOf(codeOf(error)));
  }
}

function hasChanged(stat: Stats, { candidate: { kind, modifiedMs }, bytes }: Residue): boolean {
  return stat.mtimeMs !== modifiedMs || (kind !== 'work-folder' && stat.size !== bytes);
}

/**
 * Processes in the repository of one of git's own lock files: go's lock excludes go's git, but not
 * a background `git gc`.
 */
function usersNow({ candidate: { kind, lock } }: Residue): readonly Process[] {
  if ((kind !== 'git-lock' && kind !== 'git-temp') || lock === null) return [];
  const repository = lock.slice(0, -'.lock'.length);
  return listProcesses().filter((process) => process.pid !== globalThis.process.pid && isAt(process, repository));
}

/** Whether the extracted module exists; true if unknown. */
function isThere(base: Folder, tree: string | null): boolean {
  if (tree === null) return true;
  try {
    using parent = openBelow(base, dirname(tree));
    return parent === null || lstatSync(join(pathIn(parent, basename(tree))), { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return false;
    throw error;
  }
}

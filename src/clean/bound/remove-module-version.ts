import { lstatSync, renameSync, unlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { errnoOf } from '../../errors.ts';
import { openBelow, openFolder, pathIn, removeIn } from '../folder.ts';
import { identityOf } from '../list-caches.ts';
import { batchSize, type Locker } from '../locks.ts';
import { type OpenLock, openLock } from '../open-lock.ts';
import { asideSuffix, folderOf, lastUseOf, type ModuleVersion } from './read-module-versions.ts';
import type { UnitOutcome } from './remove-pair.ts';

/**
 * Removes module versions, each under go's lock for it, and only when it was not used since it was
 * listed. At whatever point this is killed, go takes none of them for whole: it looks for the tree,
 * the ziphash and the zip (modfetch/cache.go, DownloadDir; fetch.go, DownloadZip).
 */
export async function* removeModuleVersions(
  root: string,
  versions: readonly ModuleVersion[],
  locks: Locker,
  signal?: AbortSignal,
): AsyncIterable<{ readonly version: ModuleVersion; readonly outcome: UnitOutcome }> {
  for (let at = 0; at < versions.length; at += batchSize) {
    signal?.throwIfAborted();
    const some = versions.slice(at, at + batchSize).map((version) => {
      const lock = join(root, folderOf(version.module), `${version.version}.lock`);
      return { version, lock, held: isGuarded(version) ? openLock({ lock, root }) : null };
    });
    try {
      const usable = some.flatMap(({ held }) => (held === null || typeof held === 'string' ? [] : [held]));
      const taken = await locks.tryAll(usable.map(({ fd }) => fd));
      for (const { version, lock, held } of some) {
        if (held === null) yield { version, outcome: remove(root, version) };
        else if (typeof held === 'string') yield { version, outcome: 'failed' };
        else {
          const state = taken[usable.indexOf(held)] ?? 'no-helper';
          if (state === 'taken') yield { version, outcome: isStill(lock, held) ? remove(root, version) : 'used' };
          else yield { version, outcome: state === 'busy' ? 'used' : 'failed' };
        }
      }
    } finally {
      for (const { held } of some) if (held !== null && typeof held !== 'string') held[Symbol.dispose]();
    }
  }
}

/** go writes `.info` and `.mod` without a lock. */
function isGuarded({ files, trees }: ModuleVersion): boolean {
  return trees.length > 0 || files.some((name) => /\.zip(?:hash)?$/.test(name));
}

/** false: another file has that name by now, and the lock excludes nobody. */
function isStill(lock: string, { identity }: OpenLock): boolean {
  const stat = lstatSync(lock, { throwIfNoEntry: false });
  return stat !== undefined && identityOf(stat) === identity;
}

function remove(root: string, version: ModuleVersion): UnitOutcome {
  try {
    if (lastUseOf(root, version) > version.lastUseMs) return 'used';
    using base = openFolder(root);
    const { module, version: number, files, trees } = version;
    const whole = `${module}@${number}`;
    using parent = openTreeFolder(base, join(root, whole));
    const aside = `${basename(whole)}${asideSuffix}`;
    if (parent !== null && trees.includes(whole)) {
      // What an earlier, killed run left there would be in the way.
      if (trees.includes(`${whole}${asideSuffix}`)) removeIn(parent, aside, true);
      renameSync(pathIn(parent, basename(whole)), pathIn(parent, aside));
    }
    using folder = openBelow(base, join(root, folderOf(module)));
    if (folder !== null) for (const name of inOrder(files)) unlinkIfThere(pathIn(folder, name));
    if (parent !== null && trees.length > 0) removeIn(parent, aside, true);
    return 'removed';
  } catch (error) {
    const code = errnoOf(error);
    if (code === undefined) throw error;
    return code === 'ENOENT' || code === 'ENOTDIR' ? 'removed' : 'failed';
  }
}

/** The zip first: without it, go asks for a new one, whatever else is there. */
function inOrder(files: readonly string[]): readonly string[] {
  const rank = (name: string) => ['.zip', '.ziphash', '.mod', '.info'].findIndex((suffix) => name.endsWith(suffix));
  return [...files].sort((a, b) => rank(a) - rank(b));
}

function openTreeFolder(base: Parameters<typeof openBelow>[0], tree: string) {
  try {
    return openBelow(base, dirname(tree));
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return null;
    throw error;
  }
}

function unlinkIfThere(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') throw error;
  }
}

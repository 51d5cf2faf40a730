/**
 * The module versions of GOMODCACHE, each with all that go keeps of it: the files in cache/download
 * and the extracted tree.
 */
import { type Dirent, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { errnoToNull } from '../../process/errno-to-null.ts';
import { treeBytesByFiles, treeBytesByZip } from './tree-bytes.ts';

export interface ModuleVersion {
  /** "github.com/x/y", escaped as in the path. */
  readonly module: string;
  readonly version: string;
  /** "v1.0.0.zip", in `folderOf(module)`. */
  readonly files: readonly string[];
  /** Folders beside each other: "github.com/x/y@v1.0.0", and such as a killed unlatch left. */
  readonly trees: readonly string[];
  /** On the disk. */
  readonly bytes: number;
  /** May be a day late: Linux renews an access time that is a day old, or older than the content. */
  readonly lastUseMs: number;
  /** Not all of it is this user's. */
  readonly isOthers: boolean;
}

const versionFile = /^(v[^/]*)\.(info|mod|zip|ziphash)$/;

/** Of a tree on its way out; go removes such as it extracts that version (modfetch/fetch.go, unzip). */
export const asideSuffix = '.tmp-unlatch';

/** "cache/download/github.com/x/y/@v" */
export function folderOf(module: string): string {
  return `cache/download/${module}/@v`;
}

interface Found {
  files: string[];
  trees: string[];
}

/** @param root GOMODCACHE, with symlinks resolved. */
export async function readModuleVersions(
  root: string,
  uid: number,
  signal?: AbortSignal,
): Promise<readonly ModuleVersion[]> {
  const found = new Map<string, Found>();
  const of = (key: string) => {
    const known = found.get(key) ?? { files: [], trees: [] };
    found.set(key, known);
    return known;
  };
  for (const { folder, entries } of foldersBelow(root, 'cache/download', (path) => path === 'cache/download/sumdb')) {
    if (!folder.endsWith('/@v')) continue;
    const module = folder.slice('cache/download/'.length, -'/@v'.length);
    for (const { name } of entries) {
      const [, version] = versionFile.exec(name) ?? [];
      if (version !== undefined) of(`${module}@${version}`).files.push(name);
    }
  }
  for (const { folder, entries } of foldersBelow(root, '', (path) => path === 'cache' || path.includes('@'))) {
    for (const entry of entries) {
      if (!entry.isDirectory() || !entry.name.includes('@')) continue;
      const tree = folder === '' ? entry.name : `${folder}/${entry.name}`;
      of(tree.endsWith(asideSuffix) ? tree.slice(0, -asideSuffix.length) : tree).trees.push(tree);
    }
  }
  const versions: ModuleVersion[] = [];
  for (const [key, one] of found) {
    versions.push(measured(root, key, one, uid));
    if (versions.length % 64 === 0) {
      await turn();
      signal?.throwIfAborted();
    }
  }
  return versions;
}

/** When the version was last used, 0 if it is gone. */
export function lastUseOf(
  root: string,
  { module, version, files, trees }: Pick<ModuleVersion, 'module' | 'version' | 'files' | 'trees'>,
): number {
  let latest = 0;
  const note = (...times: readonly number[]) => {
    latest = Math.max(latest, ...times);
  };
  for (const name of files) {
    const stat = errnoToNull(() => lstatSync(join(root, folderOf(module), name)));
    if (stat === null) continue;
    note(stat.mtimeMs);
    // go reads these of each module that it loads (modfetch/fetch.go, checkMod); backups read a zip.
    if (!name.endsWith('.zip')) note(stat.atimeMs);
  }
  for (const tree of trees) {
    if (tree !== `${module}@${version}`) continue;
    const folder = errnoToNull(() => lstatSync(join(root, tree)));
    if (folder !== null) note(folder.mtimeMs);
    const goMod = errnoToNull(() => lstatSync(join(root, tree, 'go.mod')));
    if (goMod !== null) note(goMod.atimeMs);
  }
  return latest;
}

function measured(root: string, key: string, { files, trees }: Found, uid: number): ModuleVersion {
  const at = key.lastIndexOf('@');
  const [module, version] = [key.slice(0, at), key.slice(at + 1)];
  const folder = join(root, folderOf(module));
  let bytes = 0;
  let isOthers = false;
  for (const name of files) {
    const stat = errnoToNull(() => lstatSync(join(folder, name)));
    bytes += (stat?.blocks ?? 0) * 512;
    if (stat !== null && stat.uid !== uid) isOthers = true;
  }
  const lastUseMs = lastUseOf(root, { module, version, files, trees });
  for (const tree of trees) {
    bytes += treeBytesByZip(join(folder, `${version}.zip`)) ?? treeBytesByFiles(join(root, tree));
    if (errnoToNull(() => lstatSync(join(root, tree)))?.uid !== uid) isOthers = true;
  }
  return { module, version, files, trees, bytes, lastUseMs, isOthers };
}

/** Each folder below `from`, with its entries. Follows no symlink. */
function* foldersBelow(
  root: string,
  from: string,
  isLeftOut: (path: string) => boolean,
): Iterable<{ readonly folder: string; readonly entries: readonly Dirent[] }> {
  const pending = [from];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    const entries = errnoToNull(() => readdirSync(join(root, folder), { withFileTypes: true })) ?? [];
    yield { folder, entries };
    for (const entry of entries) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory() && !isLeftOut(path)) pending.push(path);
    }
  }
}

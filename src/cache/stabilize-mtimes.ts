import { lutimesSync } from 'node:fs';
import { join } from 'node:path';
import { errnoOf } from '../errors.ts';
import type { Env } from '../go/context.ts';
import { runGit } from './keys/run-git.ts';

/** How many files and folders got a stable mtime. */
export interface StableMtimes {
  readonly files: number;
  readonly folders: number;
  /**
   * Tracked files that were skipped: changed since checkout, in conflict, a submodule, or not
   * compared by git.
   */
  readonly leftAlone: number;
  readonly ms: number;
  /** Why nothing was changed; null: it worked. */
  readonly why: string | null;
}

/**
 * Derives the mtime of every tracked file from its content, and that of every folder from its tree,
 * so that `go test` can use results from another checkout: it hashes name, size, mode and mtime of
 * the files that a test opens (cmd/go/internal/test/test.go, computeTestInputsID). One mtime for
 * all files would be unsound: for changed content of equal size, go would use an old test result,
 * and its index of a package's old imports (golang/go#69179).
 *
 * Changes only files that git reports as clean. Their mtimes then differ from the index, so git
 * compares their contents once more.
 */
export async function stabilizeMtimes(workspace: string, env: Env): Promise<StableMtimes> {
  const begin = performance.now();
  const ended = (rest: Omit<StableMtimes, 'ms'>): StableMtimes => ({ ...rest, ms: performance.now() - begin });
  const nothingDone = (why: string) => ended({ files: 0, folders: 0, leftAlone: 0, why });
  const top = (await runGit(['rev-parse', '--show-toplevel'], workspace, env))?.trimEnd();
  if (top === undefined) return nothingDone(`${workspace} is not in a git repository`);
  const [index, status, trees, root] = await Promise.all([
    runGit(['ls-files', '-s', '-v', '-z'], top, env),
    runGit(['--no-optional-locks', 'status', '--porcelain', '-z', '--no-renames', '--ignore-submodules=all'], top, env),
    runGit(['ls-tree', '-r', '-d', '-z', 'HEAD'], top, env),
    runGit(['rev-parse', 'HEAD^{tree}'], top, env),
  ]);
  if (index === null || status === null || trees === null || root === null) {
    return nothingDone('git cannot list what is checked out');
  }
  const changed = new Set(status.split('\0').flatMap((line) => (line === '' ? [] : [line.slice(3)])));
  const changedFolders = new Set<string>();
  for (const path of changed) for (const folder of foldersAbove(path)) changedFolders.add(folder);
  let files = 0;
  let leftAlone = 0;
  for (const line of index.split('\0')) {
    const [, tag, mode, id, stage, path] = /^(\S) (\d{6}) ([0-9a-f]{40,64}) (\d)\t(.+)$/s.exec(line) ?? [];
    if (id === undefined || path === undefined) continue;
    // "H" is an ordinary file. Files with other tags are not compared by git, or not checked out
    // (git-ls-files -v).
    const clean = tag === 'H' && stage === '0' && mode !== submodule && !changed.has(path);
    if (clean && setMtime(join(top, path), id)) files++;
    else leftAlone++;
  }
  let folders = 0;
  const entries = trees.split('\0').flatMap((line) => {
    const [, id, path] = /^040000 tree ([0-9a-f]{40,64})\t(.+)$/s.exec(line) ?? [];
    return id === undefined || path === undefined ? [] : [{ id, path }];
  });
  for (const { id, path } of [...entries, { id: root.trim(), path: '.' }]) {
    if (!changedFolders.has(path) && setMtime(join(top, path), id)) folders++;
  }
  return ended({ files, folders, leftAlone, why: null });
}

const submodule = '160000';

function foldersAbove(path: string): readonly string[] {
  const folders = ['.'];
  for (let at = path.indexOf('/'); at !== -1; at = path.indexOf('/', at + 1)) folders.push(path.slice(0, at));
  return folders;
}

/** 2001-09-09. Every mtime lies within 19 years after it. */
const firstSecond = 1_000_000_000;
const secondsOfRange = 600_000_000;

/**
 * Unix seconds, with the precision of a double there (23 fractional bits): about 52 bits of the id.
 */
export function mtimeOfId(id: string): number {
  const seconds = firstSecond + (Number.parseInt(id.slice(0, 12), 16) % secondsOfRange);
  return seconds + Number.parseInt(id.slice(12, 18), 16) / 2 ** 24;
}

/** Sets the mtime of a link itself, never of its target. false: missing, or another user's. */
function setMtime(path: string, id: string): boolean {
  const time = mtimeOfId(id);
  try {
    lutimesSync(path, time, time);
    return true;
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EPERM', 'EACCES'].includes(errnoOf(error) ?? '')) return false;
    throw error;
  }
}

import { lutimesSync } from 'node:fs';
import { join } from 'node:path';
import { errnoOf } from '../errors.ts';
import type { Env } from '../go/context.ts';
import { runGit } from './keys/run-git.ts';

/** What was given an mtime, and what was not. */
export interface StableMtimes {
  readonly files: number;
  readonly folders: number;
  /** Tracked, and not what git says: changed since checkout, in a conflict, a submodule, or hidden from git's eyes. */
  readonly leftAlone: number;
  readonly ms: number;
  /** Why nothing was done; null when it was. */
  readonly why: string | null;
}

/**
 * Gives every tracked file the mtime that its content says, and every folder that of its tree, so that `go test` finds
 * its result of another checkout again: it hashes name, size, mode and mtime of what a test opens
 * (cmd/go/internal/test/test.go, computeTestInputsID). One time for all would be unsound: with another content of equal
 * size, go would take a test's old result, and its index of a package's old imports (golang/go#69179).
 *
 * Only what git calls clean is touched. The index then no longer knows the files by their times, and git compares their
 * contents once more.
 */
export async function stabilizeMtimes(workspace: string, env: Env): Promise<StableMtimes> {
  const begin = performance.now();
  const ended = (rest: Omit<StableMtimes, 'ms'>): StableMtimes => ({ ...rest, ms: performance.now() - begin });
  const nothingDone = (why: string) => ended({ files: 0, folders: 0, leftAlone: 0, why });
  const top = (await runGit(['rev-parse', '--show-toplevel'], workspace, env))?.trimEnd();
  if (top === undefined) return nothingDone(`${workspace} is in no git repository`);
  const [index, status, trees, root] = await Promise.all([
    runGit(['ls-files', '-s', '-v', '-z'], top, env),
    runGit(['--no-optional-locks', 'status', '--porcelain', '-z', '--no-renames', '--ignore-submodules=all'], top, env),
    runGit(['ls-tree', '-r', '-d', '-z', 'HEAD'], top, env),
    runGit(['rev-parse', 'HEAD^{tree}'], top, env),
  ]);
  if (index === null || status === null || trees === null || root === null) {
    return nothingDone('git does not say what is checked out');
  }
  const changed = new Set(status.split('\0').flatMap((line) => (line === '' ? [] : [line.slice(3)])));
  const changedFolders = new Set<string>();
  for (const path of changed) for (const folder of foldersAbove(path)) changedFolders.add(folder);
  let files = 0;
  let leftAlone = 0;
  for (const line of index.split('\0')) {
    const [, tag, mode, id, stage, path] = /^(\S) (\d{6}) ([0-9a-f]{40,64}) (\d)\t(.+)$/s.exec(line) ?? [];
    if (id === undefined || path === undefined) continue;
    // "H" is an ordinary file; others git does not compare, or has not checked out (git-ls-files -v).
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

/** 2001-09-09. Every time is between that and 19 years later. */
const firstSecond = 1_000_000_000;
const secondsOfRange = 600_000_000;

/** In Unix seconds, with as many places as a double has there (23 bits below the second): some 52 bits of the id. */
export function mtimeOfId(id: string): number {
  const seconds = firstSecond + (Number.parseInt(id.slice(0, 12), 16) % secondsOfRange);
  return seconds + Number.parseInt(id.slice(12, 18), 16) / 2 ** 24;
}

/** Of a link itself, never of what it points to. False when it is not there, or not ours. */
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

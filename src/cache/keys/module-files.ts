import { readdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { errnoOf } from '../../errors.ts';
import type { Env } from '../../go/context.ts';
import type { CacheRequest } from '../request.ts';
import { runGit } from './run-git.ts';

/** A checkout, and the environment for git. */
export type Repository = Pick<CacheRequest, 'workspace' | 'env' | 'signal'>;

/** The files of a repository that say which modules it needs, as paths with '/', sorted. */
export interface ModuleFiles {
  readonly goMods: readonly string[];
  /** go.sum and go.work.sum. */
  readonly goSums: readonly string[];
  readonly goWorks: readonly string[];
}

/** Folders that go ignores, or that hold other projects' files. */
export const passedOver: ReadonlySet<string> = new Set(['vendor', 'testdata', 'node_modules', '.git']);

/** @param caches folders whose files do not belong to the repository: GOCACHE, GOMODCACHE */
export async function findModuleFiles(repository: Repository, caches: readonly string[]): Promise<ModuleFiles> {
  const paths = await findNamedFiles(['go.mod', 'go.sum', 'go.work', 'go.work.sum'], repository, caches);
  const named = (...names: readonly string[]) => paths.filter((path) => names.includes(basename(path)));
  return { goMods: named('go.mod'), goSums: named('go.sum', 'go.work.sum'), goWorks: named('go.work') };
}

/**
 * Finds the files of these names that git tracks. Other files in the workspace were made by a job,
 * or belong to a cache. If the workspace is not a repository, walks its folders, and asks git in
 * those that are repositories.
 *
 * @param caches folders whose files do not belong to the repository
 * @returns paths relative to the workspace, with '/', sorted
 */
export async function findNamedFiles(
  names: readonly string[],
  { workspace, env, signal }: Repository,
  caches: readonly string[],
): Promise<readonly string[]> {
  const tracked = (folder: string) => trackedFiles(names, folder, env, signal);
  const found = (await tracked(workspace)) ?? (await walk(workspace, '', tracked));
  const cacheFolders = caches.filter((folder) => folder !== '' && folder !== 'off').map((folder) => resolve(folder));
  return [...new Set(found)]
    .filter(
      (path) =>
        names.includes(basename(path)) &&
        !path.split('/').some((part) => passedOver.has(part)) &&
        !isBelow(cacheFolders, resolve(workspace, path)),
    )
    .sort();
}

/** Whether a path is inside one of the folders. */
export function isBelow(folders: readonly string[], path: string): boolean {
  return folders.some((folder) => path.startsWith(resolve(folder, 'x').slice(0, -1)));
}

/** null: not a git repository. */
async function trackedFiles(
  names: readonly string[],
  folder: string,
  env: Env,
  signal?: AbortSignal,
): Promise<readonly string[] | null> {
  const patterns = names.map((name) => `:(glob)**/${name}`);
  const list = (...more: readonly string[]) =>
    runGit(['ls-files', '-z', '-c', ...more, '--', ...patterns], folder, env, signal);
  // A broken submodule must not hide the rest.
  const listed = (await list('--recurse-submodules')) ?? (await list());
  return listed === null ? null : listed.split('\0').filter((path) => path !== '');
}

async function walk(
  workspace: string,
  prefix: string,
  tracked: (folder: string) => Promise<readonly string[] | null>,
): Promise<readonly string[]> {
  const paths: string[] = [];
  try {
    const entries = await readdir(join(workspace, prefix), { withFileTypes: true });
    if (prefix !== '' && entries.some(({ name }) => name === '.git')) {
      const own = await tracked(join(workspace, prefix));
      if (own !== null) return own.map((path) => `${prefix}${path}`);
    }
    for (const entry of entries) {
      const path = `${prefix}${entry.name}`;
      if (entry.isFile()) paths.push(path);
      else if (entry.isDirectory() && !passedOver.has(entry.name)) {
        paths.push(...(await walk(workspace, `${path}/`, tracked)));
      }
    }
  } catch (error) {
    // An unreadable or vanished folder holds no module of this job.
    if (errnoOf(error) === undefined) throw error;
  }
  return paths;
}

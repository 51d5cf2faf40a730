import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { errnoOf } from '../errors.ts';
import type { Env } from '../go/context.ts';
import { runGit } from './run-git.ts';

/** The files of a repository that say which modules it needs, by name, with '/'. Sorted. */
export interface ModuleFiles {
  readonly goMods: readonly string[];
  /** go.sum and go.work.sum. */
  readonly goSums: readonly string[];
  readonly goWorks: readonly string[];
}

/** Folders that go itself passes over, or in which others keep theirs. */
const passedOver = new Set(['vendor', 'testdata', 'node_modules', '.git']);

export async function findModuleFiles(workspace: string, env: Env): Promise<ModuleFiles> {
  const paths = await findNamedFiles(['go.mod', 'go.sum', 'go.work', 'go.work.sum'], workspace, env);
  const named = (...names: readonly string[]) => paths.filter((path) => names.includes(basename(path)));
  return { goMods: named('go.mod'), goSums: named('go.sum', 'go.work.sum'), goWorks: named('go.work') };
}

/**
 * The files of these names as git knows them (tracked, or new and not ignored); without git, by walking.
 *
 * @returns paths in the workspace, with '/', sorted
 */
export async function findNamedFiles(
  names: readonly string[],
  workspace: string,
  env: Env,
): Promise<readonly string[]> {
  const patterns = names.map((name) => `:(glob)**/${name}`);
  const listed = await runGit(['ls-files', '-z', '-co', '--exclude-standard', '--', ...patterns], workspace, env);
  const found = listed === null ? await walk(workspace) : listed.split('\0').filter((path) => path !== '');
  return [...new Set(found)]
    .filter((path) => names.includes(basename(path)) && !path.split('/').some((part) => passedOver.has(part)))
    .sort();
}

async function walk(workspace: string, prefix = ''): Promise<readonly string[]> {
  const paths: string[] = [];
  try {
    for (const entry of await readdir(join(workspace, prefix), { withFileTypes: true })) {
      const path = `${prefix}${entry.name}`;
      if (entry.isFile()) paths.push(path);
      else if (entry.isDirectory() && !passedOver.has(entry.name)) paths.push(...(await walk(workspace, `${path}/`)));
    }
  } catch (error) {
    // A folder that we may not read, or that has just gone, holds no module of this job.
    if (errnoOf(error) === undefined) throw error;
  }
  return paths;
}

import { glob } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';

/**
 * The files of the workspace that `cache-dependency-path` names, with '/', sorted.
 *
 * @param patterns as actions/setup-go takes them: "tools/go.sum", "**" over folders, and with a "!" before it what is left out
 */
export async function findDependencyFiles(workspace: string, patterns: readonly string[]): Promise<readonly string[]> {
  const wanted = patterns.filter((pattern) => !pattern.startsWith('!'));
  // On Node 20 there is no glob; the action runs on 24, and nothing else reads this input.
  if (wanted.length === 0) return [];
  const exclude = patterns.filter((pattern) => pattern.startsWith('!')).map((pattern) => pattern.slice(1));
  const found = new Set<string>();
  for await (const entry of glob(wanted, { cwd: workspace, exclude, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = relative(workspace, resolve(workspace, entry.parentPath, entry.name));
    // What lies outside is not the repository's, and differs from machine to machine.
    if (!isAbsolute(path) && path.split(sep)[0] !== '..') found.add(path.replaceAll(sep, '/'));
  }
  return [...found].sort();
}

import { glob } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { isBelow, passedOver } from './module-files.ts';

/**
 * The files of the workspace that `cache-dependency-path` names, with '/', sorted. What lies in a cache is not the
 * repository's, nor what a "**" finds where others keep theirs (vendor, node_modules, testdata).
 *
 * @param patterns as actions/setup-go takes them: "tools/go.sum", "**" over folders, and with a "!" before it what is left out
 */
export async function findDependencyFiles(
  workspace: string,
  patterns: readonly string[],
  caches: readonly string[],
): Promise<readonly string[]> {
  const wanted = patterns.filter((pattern) => !pattern.startsWith('!'));
  // On Node 20 there is no glob; the action runs on 24, and nothing else reads this input.
  if (wanted.length === 0) return [];
  const exclude = patterns.filter((pattern) => pattern.startsWith('!')).map((pattern) => pattern.slice(1));
  const cacheFolders = caches.filter((folder) => folder !== '' && folder !== 'off').map((folder) => resolve(folder));
  const found = new Set<string>();
  for (const pattern of wanted) {
    const spelledOut = new Set(pattern.split(/[\\/]/));
    const isOthers = (part: string) => passedOver.has(part) && !spelledOut.has(part);
    for await (const entry of glob(pattern, { cwd: workspace, exclude, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const full = resolve(workspace, entry.parentPath, entry.name);
      const path = relative(workspace, full);
      // What lies outside is not the repository's, and differs from machine to machine.
      if (isAbsolute(path) || path.split(sep)[0] === '..' || isBelow(cacheFolders, full)) continue;
      if (!path.split(sep).some(isOthers)) found.add(path.replaceAll(sep, '/'));
    }
  }
  return [...found].sort();
}

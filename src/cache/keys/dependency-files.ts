import { glob } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { isBelow, passedOver } from './module-files.ts';

/**
 * The files of the workspace that match `cache-dependency-path`, with '/', sorted. Skips files in a
 * cache, and matches of "**" in vendor, node_modules and testdata: they are not the repository's
 * own.
 *
 * @param patterns as in actions/setup-go: "tools/go.sum", "**" across folders, a leading "!" to
 * exclude
 */
export async function findDependencyFiles(
  workspace: string,
  patterns: readonly string[],
  caches: readonly string[],
): Promise<readonly string[]> {
  const wanted = patterns.filter((pattern) => !pattern.startsWith('!'));
  // Node 20 has no glob. Only the action reads this input, and it runs on Node 24.
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
      // Files outside are not the repository's, and differ from machine to machine.
      if (isAbsolute(path) || path.split(sep)[0] === '..' || isBelow(cacheFolders, full)) continue;
      if (!path.split(sep).some(isOthers)) found.add(path.replaceAll(sep, '/'));
    }
  }
  return [...found].sort();
}

import { findDependencyFiles } from '../../cache/keys/dependency-files.ts';

/**
 * The patterns of `cache-dependency-path` that name no file of the workspace: for the author a slip, and nothing else would tell.
 *
 * @param patterns as findDependencyFiles takes them; one that leaves files out need not match
 */
export async function unmatchedPaths(workspace: string, patterns: readonly string[]): Promise<readonly string[]> {
  const exceptions = patterns.filter((pattern) => pattern.startsWith('!'));
  const unmatched: string[] = [];
  for (const pattern of patterns) {
    if (pattern.startsWith('!')) continue;
    const found = await findDependencyFiles(workspace, [pattern, ...exceptions], []);
    if (found.length === 0) unmatched.push(pattern);
  }
  return unmatched;
}

import { findDependencyFiles } from '../../cache/keys/dependency-files.ts';

/**
 * The patterns of `cache-dependency-path` that match no file of the workspace. This is usually a
 * typo, and nothing else reports it.
 *
 * @param patterns as findDependencyFiles takes them; an exclusion (`!…`) need not match
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

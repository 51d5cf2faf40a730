import { isAbsolute, join } from 'node:path';
import type { Env } from './context.ts';
import { userCacheFolder } from './user-cache.ts';

/**
 * The folder of golangci-lint's cache (golangci-lint, internal/go/cache/default.go, DefaultDir).
 * null: the environment does not define it.
 */
export function lintCacheFolder(env: Env): string | null {
  const named = env['GOLANGCI_LINT_CACHE'];
  if (named) return isAbsolute(named) ? named : null;
  const folder = userCacheFolder(env);
  return folder === null ? null : join(folder, 'golangci-lint');
}

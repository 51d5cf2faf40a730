import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Env } from './context.ts';
import { userCacheFolder } from './user-cache.ts';

/**
 * The folder of gopls's cache: `gopls` in GOPLSCACHE, else in the user's cache folder
 * (gopls/internal/filecache, getCacheDir).
 */
export function goplsCacheFolder(env: Env): string {
  return join(env['GOPLSCACHE'] || (userCacheFolder(env) ?? tmpdir()), 'gopls');
}

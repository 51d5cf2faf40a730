import { isAbsolute, join } from 'node:path';
import type { Env } from './context.ts';

/**
 * The user's cache folder for Go programs (os.UserCacheDir, os/file.go).
 *
 * @returns null: the environment does not define it.
 */
export function userCacheFolder(env: Env): string | null {
  if (process.platform === 'win32') return env['LocalAppData'] || env['LOCALAPPDATA'] || null;
  const home = env['HOME'] || null;
  if (process.platform === 'darwin') return home === null ? null : join(home, 'Library/Caches');
  const named = env['XDG_CACHE_HOME'];
  // A relative path is an error; Go does not fall back.
  if (named) return isAbsolute(named) ? named : null;
  return home === null ? null : join(home, '.cache');
}

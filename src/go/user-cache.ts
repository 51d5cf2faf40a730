import { isAbsolute, join } from 'node:path';
import type { Env } from './context.ts';

/**
 * The folder in which programs in Go keep their caches (os.UserCacheDir, os/file.go).
 *
 * @returns null where the environment does not tell it.
 */
export function userCacheFolder(env: Env): string | null {
  if (process.platform === 'win32') return env['LocalAppData'] || env['LOCALAPPDATA'] || null;
  const home = env['HOME'] || null;
  if (process.platform === 'darwin') return home === null ? null : join(home, 'Library/Caches');
  const named = env['XDG_CACHE_HOME'];
  // One that is relative is an error, and not passed over.
  if (named) return isAbsolute(named) ? named : null;
  return home === null ? null : join(home, '.cache');
}

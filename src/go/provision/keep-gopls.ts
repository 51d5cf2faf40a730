import { createHash } from 'node:crypto';
import { chmod, copyFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Env } from '../context.ts';
import { exeName, type Platform, platformKey } from '../platform.ts';
import { install, storeDir } from '../store/store.ts';

/**
 * Copies a gopls of this machine into a folder of the store, under its hash. There it is alone, and
 * nobody updates it while it runs.
 *
 * @returns the path of the copy.
 * @throws UserError, EnvironmentError as install() does.
 */
export async function keepGopls(path: string, env: Env, platform: Platform): Promise<string> {
  const hash = await sha256(path);
  const name = exeName('gopls', platform);
  return await install({
    store: storeDir(env),
    place: `local/${hash.slice(0, 12)}-${platformKey(platform)}`,
    what: path,
    check: async (dir) => ((await sha256(join(dir, name)).catch(() => null)) === hash ? join(dir, name) : null),
    build: async (made) => {
      await copyFile(path, join(made, name));
      await chmod(join(made, name), 0o755);
    },
  });
}

async function sha256(path: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
}

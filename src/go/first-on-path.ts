import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';
import { errnoOf } from '../errors.ts';
import type { Env } from './context.ts';

/** The first executable file of that name on env.PATH; null: there is none. */
export async function firstOnPath(name: string, env: Env): Promise<string | null> {
  for (const dir of (env.PATH ?? '').split(delimiter)) {
    // Like cmd/go (os/exec.LookPath): skips relative elements of PATH.
    if (!isAbsolute(dir)) continue;
    const path = join(dir, name);
    if (await isExecutable(path)) return path;
  }
  return null;
}

async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return true;
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return false;
  }
}

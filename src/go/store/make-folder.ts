import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { errnoOf } from '../../errors.ts';

/**
 * Makes a folder and its parents, one by one. Node's recursive mkdir never returns if the parent
 * exists and mkdir(2) still fails with ENOENT, as below /proc.
 *
 * @throws the error of the first folder that cannot be made
 */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    const above = dirname(path);
    if (errnoOf(error) === 'EEXIST') return;
    if (errnoOf(error) !== 'ENOENT' || above === path) throw error;
    await makeFolder(above);
    await makeLast(path);
  }
}

/** Ignores a folder that another process has just made. */
async function makeLast(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    if (errnoOf(error) !== 'EEXIST') throw error;
  }
}

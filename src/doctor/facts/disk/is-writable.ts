import { access, constants } from 'node:fs/promises';
import { errnoOf } from '../../../errors.ts';

/** False only where this user may not write: of what has gone, or lies on a read-only filesystem, nothing is said. */
export async function isWritable(path: string): Promise<boolean> {
  try {
    await access(path, constants.W_OK);
    return true;
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return errnoOf(error) !== 'EACCES';
  }
}

import { access, constants } from 'node:fs/promises';
import { errnoOf } from '../../../errors.ts';

/** false only for EACCES; a missing path or a read-only filesystem counts as writable. */
export async function isWritable(path: string): Promise<boolean> {
  try {
    await access(path, constants.W_OK);
    return true;
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return errnoOf(error) !== 'EACCES';
  }
}

import { lstat } from 'node:fs/promises';
import { errnoOf } from '../../../errors.ts';

/** The user id that owns what lies there; null: there is nothing, or it may not be seen. */
export async function ownerOf(path: string): Promise<number | null> {
  try {
    return (await lstat(path)).uid;
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return null;
  }
}

import { lstat } from 'node:fs/promises';
import { errnoOf } from '../../../errors.ts';

/** The uid that owns the path; null: it is missing or not visible. */
export async function ownerOf(path: string): Promise<number | null> {
  try {
    return (await lstat(path)).uid;
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return null;
  }
}

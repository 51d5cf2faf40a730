import { access } from 'node:fs/promises';
import { errnoOf } from './errors.ts';

/** Whether something exists at this path; inaccessible counts as absent. */
export async function isThere(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return false;
  }
}

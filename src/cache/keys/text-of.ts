import { readFile } from 'node:fs/promises';
import { errnoOf } from '../../errors.ts';

/** '' for a file that cannot be read: one in git's index and not in the checkout (sparse). */
export async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return '';
  }
}

import { readFile } from 'node:fs/promises';
import { errnoOf } from '../../errors.ts';

/** The content of a file; '' if it is unreadable, as one outside a sparse checkout. */
export async function readableText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return '';
  }
}

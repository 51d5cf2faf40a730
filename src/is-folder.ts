import { statSync } from 'node:fs';
import { errnoOf } from './errors.ts';

/** Whether the path is a folder; false if it is not accessible. */
export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return false;
  }
}

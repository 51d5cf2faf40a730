import { statSync } from 'node:fs';
import { errnoOf } from './errors.ts';

/** False too for what may not be looked at. */
export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return false;
  }
}

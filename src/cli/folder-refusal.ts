import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { errnoOf } from '../errors.ts';

/** Why a folder cannot be read, in words; null: it can. */
export async function folderRefusal(folder: string): Promise<string | null> {
  try {
    if (!(await stat(folder)).isDirectory()) return 'not a folder';
    await access(folder, constants.R_OK | constants.X_OK);
    return null;
  } catch (error) {
    const code = errnoOf(error);
    if (code === undefined) throw error;
    return code === 'ENOENT' ? 'no such folder' : `cannot be entered (${code})`;
  }
}

/** Makes folders writable: Go makes those of extracted modules read-only, so only root could remove them. */
import { chmod, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { errnoOf } from '../../../src/errors.ts';

export async function writableAll(folder: string): Promise<void> {
  try {
    await chmod(folder, 0o755);
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      if (entry.isDirectory()) await writableAll(join(folder, entry.name));
    }
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') throw error;
  }
}

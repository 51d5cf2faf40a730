import { readdir, readFile } from 'node:fs/promises';
import { errnoOf } from '../../src/errors.ts';

/** The mountinfo lines of all processes that name the folder. */
export async function mountsOf(folder: string): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const pid of await readdir('/proc')) {
    if (!/^\d+$/.test(pid)) continue;
    try {
      const lines = (await readFile(`/proc/${pid}/mountinfo`, 'utf8')).split('\n');
      for (const line of lines) if (line.includes(folder)) found.add(line);
    } catch (error) {
      // The process has ended, is a zombie, or is another user's.
      if (!['ENOENT', 'ESRCH', 'EINVAL', 'EACCES'].includes(errnoOf(error) ?? '')) throw error;
    }
  }
  return [...found];
}

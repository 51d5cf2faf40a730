import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { errnoOf } from '../errors.ts';

/** The file of a scenario of this repository, in whichever subfolder it is; null: it is not there. */
export async function scenarioFile(id: string, folder = 'scenarios'): Promise<string | null> {
  try {
    const names = await readdir(folder, { recursive: true });
    const found = names.find((name) => basename(name) === `${id}.ts`);
    return found === undefined ? null : join(folder, found);
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return null;
  }
}

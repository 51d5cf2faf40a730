import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { errnoOf } from '../errors.ts';

/** The TypeScript files below the folder, in whichever subfolder, by their names without ".ts"; none: it is not there. */
export async function filesById(folder: string): Promise<ReadonlyMap<string, string>> {
  try {
    const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.ts'));
    return new Map(names.map((name) => [basename(name, '.ts'), join(folder, name)]));
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return new Map();
  }
}

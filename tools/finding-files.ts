import { join } from 'node:path';
import { filesById } from '../src/cli/files-by-id.ts';
import { packageRoot } from '../src/package-root.ts';

const found = await filesById(join(packageRoot(), 'src/doctor/finding'));

/** The file of each finding of the doctor, by its id, in the order of the ids. */
export const findingFiles: ReadonlyMap<string, string> = new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));

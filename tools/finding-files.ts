import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { packageRoot } from '../src/package-root.ts';

/** The file of each finding of the doctor, from the root of the package, by its id, in the order of the ids. */
export const findingFiles: ReadonlyMap<string, string> = new Map(
  readdirSync(join(packageRoot(), 'src/doctor/finding'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name): [string, string] => [basename(name, '.ts'), join('src/doctor/finding', name)])
    .sort(([a], [b]) => (a < b ? -1 : 1)),
);

import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { groupBy } from '../../../src/group-by.ts';
import { packageRoot } from '../../../src/package-root.ts';

const root = packageRoot();
const files = globSync('{src,scenarios,tools,bench,test}/**/*.ts', { cwd: root });

test('no file has more than 250 lines', () => {
  expect(files.length).toBeGreaterThan(1000);
  const lines = (file: string) => readFileSync(join(root, file), 'utf8').split('\n').length - 1;
  expect(files.filter((file) => lines(file) > 250)).toEqual([]);
});

test('a folder of more than 15 files has subfolders', () => {
  const folders = groupBy(files, (file) => dirname(file));
  const flat = ([folder, own]: readonly [string, readonly string[]]) =>
    own.length > 15 && !files.some((file) => dirname(dirname(file)) === folder);
  expect([...folders].filter(flat).map(([folder]) => folder)).toEqual([]);
});

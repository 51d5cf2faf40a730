import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { groupBy } from '../../../src/group-by.ts';
import { packageRoot } from '../../../src/package-root.ts';

/** Names that a rule of their folder makes, so that two of them meet. */
const madeByRule: Readonly<Record<string, string>> = {
  diskFull: 'a finding of the doctor has the name of its id, and the vocabulary of scenarios that of the fault',
  runCommand: 'the command `run` is called like every other: its word and "Command"',
};

function exportedNames(text: string): readonly string[] {
  const declared = /^export (?:abstract |async )*(?:interface|type|class|function\*?|const|let) ([A-Za-z_$][\w$]*)/gm;
  return Array.from(text.matchAll(declared), ([, name = '']) => name);
}

function exportsOfSrc(): ReadonlyMap<string, readonly { readonly name: string; readonly file: string }[]> {
  const root = packageRoot();
  const found = globSync('src/**/*.ts', { cwd: root }).flatMap((file) =>
    // A file may declare an overload twice.
    [...new Set(exportedNames(readFileSync(join(root, file), 'utf8')))].map((name) => ({ name, file })),
  );
  return groupBy(found, ({ name }) => name);
}

test('an exported name stands for one thing', () => {
  const byName = exportsOfSrc();
  expect(byName.size).toBeGreaterThan(1000);
  const twice = [...byName].filter(([, declared]) => declared.length > 1);
  expect(Object.fromEntries(twice.map(([name, declared]) => [name, declared.map(({ file }) => file)]))).toEqual(
    Object.fromEntries(Object.keys(madeByRule).map((name) => [name, [expect.any(String), expect.any(String)]])),
  );
});

test('each form of an export is seen', () => {
  const text = [
    'export interface A {',
    'export type B = 1;',
    'export class C {',
    'export async function d() {',
    'export function* e() {',
    'export const f = 1;',
    'const g = 1;',
    'export type { H } from "./h.ts";',
  ];
  expect(exportedNames(text.join('\n'))).toEqual(['A', 'B', 'C', 'd', 'e', 'f']);
});

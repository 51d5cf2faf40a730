/** What is read of TOML and Lua: tables in every form, and no text that makes it fail. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { luaTables } from '../../../src/config/read/lua-tables.ts';
import { parseToml } from '../../../src/config/read/parse-toml.ts';
import { readWorkspace } from '../../../src/config/read/read-workspace.ts';
import { aFolder } from './real-tools.ts';

const nvim = '.nvim.lua';

test('tables of TOML are read whatever their form, with the place of each key', () => {
  const { root, malformed } = parseToml('f', 'a.b = 1\n[c]\nd = { e = "x" }\n[c.f]\ng = [true, 2]\n[[h]]\ni = 1\n');
  expect(malformed).toEqual([]);
  expect(root?.value).toEqual({ a: { b: 1 }, c: { d: { e: 'x' }, f: { g: [true, 2] } }, h: { 0: { i: 1 } } });
  expect(root?.entries[1]?.value.entries[0]?.value.entries[0]?.place).toEqual({ file: 'f', line: 3, column: 7 });
});

test('tables of Lua are read in all forms of keys, strings and comments', () => {
  const text = `x = { a = 1, ["b.c"] = 'it\\'s', --[[ not { this ]] d = [[
long]], 7; "eight", e = { true, false }, f = g.h, i = j(1, { 2 }), -- k = 1
l = "}" }`;
  expect(luaTables('f', text).map(({ before, table }) => ({ before, entries: table.value }))).toEqual([
    { before: 'x = ', entries: { a: 1, 'b.c': "it's", d: 'long', e: [true, false], l: '}' } },
  ]);
});

test('no text of TOML or Lua makes the reading of a workspace fail', async () => {
  const word = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    '=',
    ',',
    '"',
    "'",
    '[[',
    ']]',
    '--',
    '\n',
    'a',
    '1',
    'gopls',
    'end',
    'function',
    '(',
    ')',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(word, { maxLength: 40 }), async (words) => {
      const text = words.join(' ');
      luaTables('f', text);
      parseToml('f', text);
    }),
    { numRuns: 2000 },
  );
  const deep = '{'.repeat(200_000);
  expect(luaTables('f', deep).length).toBeLessThan(5000);
  expect(parseToml('f', `a = ${'['.repeat(100_000)}`).malformed).toHaveLength(1);
  await using folder = await aFolder();
  await folder.write(nvim, deep);
  expect((await readWorkspace(folder.path)).files).toEqual([nvim]);
});

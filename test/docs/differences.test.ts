import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../../src/package-root.ts';
import { compareFiles, compareSpecs, differs } from '../../tools/differences/compare.ts';
import { differencesText } from '../../tools/differences/differences-text.ts';

const rows = [...compareSpecs(), ...compareFiles()];

test.each(rows.map((row) => [row.what, row] as const))(
  '%s comes out as with setup-go, or there is a reason',
  (_what, row) => {
    expect({ ...row, hasReason: row.reason !== null }).toMatchObject({ hasReason: differs(row) });
  },
);

test('what setup-go takes is taken, and means the same Go', () => {
  const wrong = rows.filter((row) => row.theirs !== 'error' && row.theirs !== 'PATH' && differs(row));
  // "go 1.27rc1" in a go.mod is exactly that Go for the go command, but a line for setup-go.
  expect(wrong.map(({ what }) => what)).toEqual(['go.mod "module m\\n\\ngo 1.27rc1\\n"']);
});

test('docs/differences.md is what the two algorithms say (node tools/differences.ts writes it)', async () => {
  expect(await readFile(join(packageRoot(), 'docs/differences.md'), 'utf8')).toBe(differencesText());
});

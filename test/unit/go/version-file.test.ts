import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { goVersionIn, readGoVersionFile } from '../../../src/go/version-file.ts';

test.each([
  ['go.mod', 'module example.com/m\n\ngo 1.22\n', '1.22'],
  ['go.mod', 'module example.com/m\n\ngo 1.22.0\n\ntoolchain go1.24.3\n', '1.24.3'],
  ['go.mod', 'module m\ngo 1.22.0 // as the linter has it\ntoolchain go1.24.3-ours // built here\n', '1.24.3'],
  ['go.mod', 'module m\ngo 1.27rc1\ntoolchain default\n', '1.27rc1'],
  ['go.mod', 'module m\r\n\r\ngo 1.22.5\r\n', '1.22.5'],
  ['tools.mod', 'module m\ngo 1.23\n', '1.23'],
  ['go.work', 'go 1.25\n\ntoolchain go1.26.4\n\nuse ./a\n', '1.26.4'],
  ['.go-version', '1.22.12\n', '1.22.12'],
  ['.go-version', '# for the runners\n^1.22\n', '^1.22'],
  ['.tool-versions', 'nodejs 24.1.0\ngolang 1.26.4 1.25.1 # two\n', '1.26.4'],
  ['.tool-versions', 'go 1.26\n', '1.26'],
])('%s: %j asks for %s', (name, text, version) => {
  expect(goVersionIn(name, text)).toBe(version);
});

test.each([
  ['go.mod', 'module example.com/go\n\nrequire example.com/go 1.22\n'],
  ['go.mod', 'module m\n// go 1.22\n'],
  ['.go-version', ''],
  ['.go-version', '1.22\n1.23\n'],
  ['.tool-versions', 'golangci-lint 1.64.2\n'],
])('%s: %j asks for none', (name, text) => {
  expect(goVersionIn(name, text)).toBeNull();
});

test('a file that is missing, or names no version, is named in the error with what it lacks', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'version-file-'));
  try {
    const file = join(dir, 'go.mod');
    await expect(readGoVersionFile(file)).rejects.toThrow(`${file}: no such file`);
    await writeFile(file, 'module m\n');
    await expect(readGoVersionFile(file)).rejects.toThrow(
      `${file} has no Go version: it needs a line such as "go 1.26.4"`,
    );
    await expect(readGoVersionFile(dir)).rejects.toThrow(`${dir}: EISDIR`);
  } finally {
    await rm(dir, { recursive: true });
  }
});

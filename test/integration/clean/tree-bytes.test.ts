import { mkdirSync, mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { zipSync } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { treeBytesByFiles, treeBytesByZip } from '../../../src/clean/bound/tree-bytes.ts';

const files = { 'm@v1.0.0/go.mod': 10, 'm@v1.0.0/a/a.go': 5000, 'm@v1.0.0/a/empty.go': 0, 'm@v1.0.0/b/b.go': 4096 };

let place: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'tree-'));
});
afterEach(() => {
  rmSync(place, { recursive: true });
});

function aZip(): string {
  const path = join(place, 'm.zip');
  const contents = Object.entries(files).map(([name, bytes]) => [name, new Uint8Array(bytes)] as const);
  writeFileSync(path, zipSync(Object.fromEntries(contents)));
  return path;
}

test('a zip tells what its extracted files take in whole blocks', () => {
  expect(treeBytesByZip(aZip())).toBe(4096 + 8192 + 4096);
});

test('the files themselves tell the same', () => {
  for (const [name, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(place, name)), { recursive: true });
    writeFileSync(join(place, name), new Uint8Array(bytes));
  }
  expect(treeBytesByFiles(join(place, 'm@v1.0.0'))).toBe(treeBytesByZip(aZip()));
});

test.each([
  ['empty', (bytes: Buffer) => bytes.subarray(0, 0)],
  ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length - 1)],
  ['without its beginning', (bytes: Buffer) => bytes.subarray(100)],
  ['no zip', () => Buffer.from('x'.repeat(1000))],
])('a zip that is %s tells nothing', (_, damage) => {
  const path = aZip();
  const whole = zipSync({ a: new Uint8Array(3) });
  writeFileSync(path, damage(Buffer.from(whole)));
  expect(treeBytesByZip(path)).toBeNull();
});

test('reading a zip is no use of the module', () => {
  const path = aZip();
  utimesSync(path, 1_600_000_000, 1_600_000_000);
  treeBytesByZip(path);
  expect(statSync(path).atimeMs).toBe(1_600_000_000_000);
});

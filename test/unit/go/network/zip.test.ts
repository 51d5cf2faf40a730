import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { hash1OfZip } from '../../../../src/go/network/dirhash.ts';
import { openZip } from '../../../../src/go/network/zip.ts';
import { hash1OfFiles, prefixOf, scratchDir, toolchainFiles, toolchainZip, zipOf } from '../tiny-go.ts';

const prefix = prefixOf('1.99.1');

async function open(bytes: Uint8Array): Promise<string> {
  await using dir = await scratchDir();
  const file = join(dir.path, 'x.zip');
  await writeFile(file, bytes);
  const zip = await openZip(file, prefix, 'the test');
  return await hash1OfZip(zip);
}

test('the h1 of a zip is that of its sorted names and contents', async () => {
  const files = { ...toolchainFiles('1.99.1'), 'a-b': '1', 'a/b': '2', 'Z/é': '3' };
  expect(await open(toolchainZip('1.99.1', files))).toBe(hash1OfFiles('1.99.1', files));
});

describe('a zip is refused, and the entry named,', () => {
  test.each([
    ['climbs out with ..', `${prefix}../../evil`, /evil" climbs out of its folder/],
    ['is absolute', '/etc/evil', /evil" climbs out of its folder/],
    ['has a backslash', `${prefix}..\\evil`, /evil" climbs out of its folder/],
    ['is of another module', 'golang.org/toolchain@v0.0.1-go1.99.2.linux-amd64/evil', /evil" is outside of/],
    ['is a directory', `${prefix}evil/`, /evil\/" is a directory/],
    ['is not clean', `${prefix}a//evil`, /evil" is not a clean path/],
  ])('when it %s', async (_title, name, message) => {
    await expect(open(zipOf({ [`${prefix}VERSION`]: 'go1.99.1', [name]: 'x' }))).rejects.toThrow(message);
  });
  test('when it is a symbolic link', async () => {
    const attrs = (0o120777 << 16) >>> 0;
    const bytes = zipSync({ [`${prefix}evil`]: [strToU8('/etc/passwd'), { os: 3, attrs }] });
    await expect(open(bytes)).rejects.toThrow(/evil" is a symbolic link/);
  });
  test('when two differ by case only', async () => {
    await expect(open(zipOf({ [`${prefix}README`]: '', [`${prefix}ReadMe`]: '' }))).rejects.toThrow(/by case only/);
  });
  test('when it would unpack to more than cmd/go allows', async () => {
    const bytes = Buffer.from(zipOf({ [`${prefix}bomb`]: 'x' }));
    // The uncompressed size in the central directory (APPNOTE 4.3.12), which is what a reader goes by.
    bytes.writeUInt32LE(600 << 20, bytes.indexOf('PK\x01\x02', 0, 'latin1') + 24);
    await expect(open(bytes)).rejects.toThrow(/would unpack to more than 524288000 bytes/);
  });
  test('when one comes twice', async () => {
    const bytes = zipOf({ [`${prefix}aa`]: '1', [`${prefix}ab`]: '2' });
    const twice = Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll(`${prefix}ab`, `${prefix}aa`), 'latin1');
    await expect(open(twice)).rejects.toThrow(/aa" occurs twice/);
  });
});

describe('a damaged zip is refused', () => {
  const whole = toolchainZip('1.99.1', toolchainFiles('1.99.1'));
  test.each([0, 10, whole.length >> 1, whole.length - 1])('when only %i bytes came', async (bytes) => {
    await expect(open(whole.subarray(0, bytes))).rejects.toThrow(/from the test is truncated or damaged/);
  });
  test('when the data of an entry cannot be inflated', async () => {
    const bytes = Uint8Array.from(zipOf({ [`${prefix}VERSION`]: 'go1.99.1 go1.99.1 go1.99.1 go1.99.1 go1.99.1' }));
    bytes.fill(0xff, 30 + prefix.length + 7, 30 + prefix.length + 12);
    await expect(open(bytes)).rejects.toThrow(/truncated or damaged/);
  });
});

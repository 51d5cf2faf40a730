import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { pack } from 'tar-stream';
import { describe, expect, test } from 'vitest';
import type { ProvisionContext } from '../../../../src/go/context.ts';
import { provisionGo } from '../../../../src/go/provision/provision-go.ts';
import { resolveGoVersion } from '../../../../src/go/versions.ts';
import { linux, matrixWith, scratchDir, serve } from '../../../unit/go/tiny-go.ts';

const version = '1.99.1';
const windows = { os: 'windows', arch: 'amd64' } as const;

interface TarEntry {
  readonly name: string;
  readonly content?: string;
  readonly mode?: number;
  readonly type?: 'file' | 'directory' | 'symlink';
}

async function archiveOf(entries: readonly TarEntry[]): Promise<Uint8Array> {
  const tar = pack();
  for (const { name, content = '', mode = 0o644, type = 'file' } of entries) {
    tar.entry({ name, mode, type, ...(type === 'symlink' ? { linkname: '/etc/passwd' } : {}) }, content);
  }
  tar.finalize();
  const chunks: Uint8Array[] = [];
  for await (const chunk of tar) chunks.push(chunk as Uint8Array);
  return gzipSync(Buffer.concat(chunks));
}

const whole: readonly TarEntry[] = [
  { name: 'go/', type: 'directory', mode: 0o755 },
  { name: 'go/VERSION', content: `go${version}\n` },
  { name: 'go/bin/go', content: '#!/bin/sh\n', mode: 0o755 },
  { name: 'go/src/fmt/print.go', content: 'package fmt\n' },
];

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** A server like go.dev/dl: an index in JSON, and the archive. */
async function goDev(archive: Uint8Array, published = sha256(archive), os = 'linux') {
  const filename = `go${version}.${os}-amd64.${os === 'windows' ? 'zip' : 'tar.gz'}`;
  const file = { filename, os, arch: 'amd64', kind: 'archive', sha256: published, size: archive.length };
  const index = [
    { version: `go${version}`, stable: true, files: [file, { ...file, os: 'plan9' }] },
    { version: 'go1.98.4', stable: true, files: [{ ...file, filename: 'go1.98.4.linux-amd64.tar.gz' }] },
    { version: 'go1.100rc1', stable: false, files: [file] },
  ];
  return await serve((path, response) => {
    if (path === '/dl/?mode=json&include=all') response.end(JSON.stringify(index));
    else if (path === `/dl/${filename}`) response.end(archive);
    else response.writeHead(404).end();
  });
}

/** Neither the environment nor a go on PATH names a proxy. */
function contextIn(dir: string, url: string): ProvisionContext {
  const env = { UNLATCH_HOME: join(dir, 'store'), PATH: join(dir, 'bin') };
  return { env, platform: linux, matrix: matrixWith({}), goDevUrl: `${url}/dl`, network: { retryDelaysMs: [] } };
}

async function expectRefusal(archive: Uint8Array, message: RegExp, published?: string): Promise<void> {
  await using dir = await scratchDir();
  await using server = await goDev(archive, published);
  await expect(provisionGo(version, contextIn(dir.path, server.url))).rejects.toMatchObject({
    name: 'EnvironmentError',
    message: expect.stringMatching(message),
  });
  expect(await readdir(join(dir.path, 'store'), { recursive: true })).toEqual(['tmp']);
}

describe('where nothing names a module proxy, Go comes from go.dev', () => {
  test('its archive is unpacked with its run bits when it has the published SHA-256', async () => {
    await using dir = await scratchDir();
    await using server = await goDev(await archiveOf(whole));
    const go = await provisionGo(version, contextIn(dir.path, server.url));
    expect(go).toMatchObject({ version, source: 'go.dev' });
    expect((await stat(join(go.goroot, 'bin/go'))).mode & 0o111).toBe(0o111);
    expect((await stat(join(go.goroot, 'VERSION'))).mode & 0o111).toBe(0);
    expect(await readFile(join(go.goroot, 'src/fmt/print.go'), 'utf8')).toBe('package fmt\n');
  });
  test('stable, oldstable and lines are resolved by its index', async () => {
    await using dir = await scratchDir();
    await using server = await goDev(await archiveOf(whole));
    const context = contextIn(dir.path, server.url);
    expect(await resolveGoVersion('stable', context)).toBe('1.99.1');
    expect(await resolveGoVersion('oldstable', context)).toBe('1.98.4');
    await expect(resolveGoVersion('1.97', context)).rejects.toThrow(
      /no Go 1\.97 for linux\/amd64; there is 1\.98\.4, 1\.99\.1/,
    );
  });
  test('a version that its index does not have is refused, with those near to it', async () => {
    await using dir = await scratchDir();
    await using server = await goDev(await archiveOf(whole));
    await expect(provisionGo('1.98.1', contextIn(dir.path, server.url))).rejects.toThrow(/no Go 1\.98\.1 .*1\.98\.4/);
  });
});

describe('for Windows it is a zip', () => {
  const zipped = (files: Readonly<Record<string, string>>) =>
    zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
  const files = { 'go/': '', 'go/VERSION': `go${version}\n`, 'go/bin/': '', 'go/bin/go.exe': 'MZ', 'go/src/a.go': 'x' };

  test('which is unpacked, with or without entries for folders', async () => {
    const { 'go/': _, 'go/bin/': __, ...filesAlone } = files;
    for (const some of [files, filesAlone]) {
      await using dir = await scratchDir();
      await using server = await goDev(zipped(some), undefined, 'windows');
      const { goroot } = await provisionGo(version, { ...contextIn(dir.path, server.url), platform: windows });
      expect(await readFile(join(goroot, 'bin/go.exe'), 'utf8')).toBe('MZ');
      expect((await readdir(goroot)).sort()).toEqual(['VERSION', 'bin', 'src']);
    }
  });
  test.each([
    ['climbs out of its folder', { 'go/../../evil': 'x' }, /is refused: its entry "go\/\.\.\/\.\.\/evil" climbs out/],
    ['is outside of go/', { evil: 'x' }, /is refused: its entry "evil" is outside of go\//],
  ])('and refused when an entry %s', async (_title, more, message) => {
    await using dir = await scratchDir();
    await using server = await goDev(zipped({ ...files, ...more }), undefined, 'windows');
    const context = { ...contextIn(dir.path, server.url), platform: windows };
    await expect(provisionGo(version, context)).rejects.toThrow(message);
    expect(await readdir(join(dir.path, 'store/go')).catch(() => [])).toEqual([]);
  });
});

describe('an archive is refused and nothing stays', () => {
  test('when its SHA-256 is another', async () => {
    await expectRefusal(await archiveOf(whole), /SHA-256 is [0-9a-f]{64}, but 0{64} is published/, '0'.repeat(64));
  });
  test('when it is cut off, even if that is what was published', async () => {
    const bytes = await archiveOf(whole);
    await expectRefusal(bytes.subarray(0, bytes.length - 20), /truncated or damaged/);
  });
  test.each<[string, TarEntry]>([
    ['climbs out', { name: 'go/../../evil' }],
    ['is absolute', { name: '/evil' }],
    ['is not below go/', { name: 'evil' }],
    ['is a symbolic link', { name: 'go/evil', type: 'symlink' }],
  ])('when an entry %s', async (_title, entry) => {
    await expectRefusal(await archiveOf([...whole, entry]), /is refused: its entry "[^"]*evil" is/);
  });
});

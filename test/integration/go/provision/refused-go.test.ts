/** A Go that no source has whole, that nobody vouches for, or that has no room is refused, and nothing of it is left. */
import { execFileSync } from 'node:child_process';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ProvisionContext } from '../../../../src/go/context.ts';
import { provisionGo } from '../../../../src/go/provision/provision-go.ts';
import {
  fileProxy,
  hash1OfFiles,
  matrixWith,
  put,
  putGoOnPath,
  scratchDir,
  serve,
  toolchainZip,
  zipOf,
} from '../../../unit/go/tiny-go.ts';
import { contextIn, expectNothingLeft, files, version, zip } from './a-pinned-go.ts';

const isRoot = process.getuid?.() === 0;

async function expectRefusal(dir: string, context: ProvisionContext, name: string, message: RegExp): Promise<void> {
  await expect(provisionGo(version, context)).rejects.toMatchObject({ name, message: expect.stringMatching(message) });
  await expectNothingLeft(dir);
}

describe('what is refused leaves nothing', () => {
  test('a zip that is not the pinned one', async () => {
    await using dir = await scratchDir();
    const other = toolchainZip(version, { ...files, 'bin/go': '#!/bin/sh\necho pwned\n' });
    const goproxy = await fileProxy(join(dir.path, 'proxy'), { [version]: other });
    await expectRefusal(
      dir.path,
      contextIn(dir.path, goproxy),
      'EnvironmentError',
      /checksum is h1:\S+, but h1:\S+ is pinned/,
    );
  });
  test('a truncated zip', async () => {
    await using dir = await scratchDir();
    const goproxy = await fileProxy(join(dir.path, 'proxy'), { [version]: zip.subarray(0, zip.length - 30) });
    await expectRefusal(dir.path, contextIn(dir.path, goproxy), 'EnvironmentError', /truncated or damaged/);
  });
  test('a zip with an entry that climbs out, even when its checksum is the pinned one', async () => {
    await using dir = await scratchDir();
    const evil = { ...files, '../../../../evil': 'x' };
    const goproxy = await fileProxy(join(dir.path, 'proxy'), { [version]: toolchainZip(version, evil) });
    const pinned = { matrix: matrixWith({ [version]: hash1OfFiles(version, evil) }) };
    await expectRefusal(dir.path, contextIn(dir.path, goproxy, pinned), 'EnvironmentError', /evil" climbs out/);
    expect(await readdir(dir.path)).not.toContain('evil');
  });
  test('a zip that holds no Go, even when its checksum is the pinned one', async () => {
    await using dir = await scratchDir();
    const empty = { VERSION: files.VERSION ?? '' };
    const goproxy = await fileProxy(join(dir.path, 'proxy'), { [version]: toolchainZip(version, empty) });
    const pinned = { matrix: matrixWith({ [version]: hash1OfFiles(version, empty) }) };
    await expectRefusal(dir.path, contextIn(dir.path, goproxy, pinned), 'EnvironmentError', /no complete Go 1\.99\.1/);
  });
  test('an unpinned version while GOSUMDB=off, where neither go.dev nor the checksum database can be had', async () => {
    await using dir = await scratchDir();
    await using proxy = await serve((_path, response) => response.end(zip));
    const context = contextIn(dir.path, proxy.url, { matrix: matrixWith({}) });
    const words =
      /module proxy .*GOSUMDB=off, so it cannot be verified\n.*go\.dev .*ECONNREFUSED.*\n.*proxy again .*put any Go since 1\.21/;
    await expectRefusal(dir.path, context, 'EnvironmentError', words);
  });
  test('a version that does not exist, with those near to it', async () => {
    await using dir = await scratchDir();
    const goproxy = await fileProxy(join(dir.path, 'proxy'), { '1.99.0': zip, '1.99.2': zip });
    await expectRefusal(
      dir.path,
      contextIn(dir.path, goproxy),
      'UserError',
      /no Go 1\.99\.1 .* there is 1\.99\.0, 1\.99\.2/,
    );
  });
  test('what no source has, with what each of them said', async () => {
    await using dir = await scratchDir();
    const error: unknown = await provisionGo(version, contextIn(dir.path, 'off')).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ name: 'EnvironmentError' });
    expect(String(error).split('\n')).toEqual([
      'EnvironmentError: cannot download go 1.99.1: no source has it',
      '  PATH          it has no working go',
      '  tool cache    there is none on this machine',
      `  store         ${join(dir.path, 'store')} does not have it`,
      '  module proxy  GOPROXY=off names no proxy',
      '  go.dev        http://127.0.0.1:1/dl/: the connection was refused (ECONNREFUSED)',
    ]);
    await expectNothingLeft(dir.path);
  });
  test('no network', async () => {
    await using dir = await scratchDir();
    let gone = '';
    {
      await using closed = await serve(() => {});
      gone = closed.url;
    }
    await expectRefusal(
      dir.path,
      contextIn(dir.path, gone),
      'EnvironmentError',
      /cannot download go 1\.99\.1: no source has it[\s\S]*module proxy .*ECONNREFUSED/,
    );
  });
});

describe('an unpinned Go is vouched for by the checksum database, which a go is asked for', () => {
  const unpinned = { matrix: matrixWith({}), env: { GOSUMDB: 'sum.example.com' } };
  async function withAnswer(dir: string, download: unknown): Promise<ProvisionContext> {
    const goroot = join(dir, 'usr-local-go');
    await put(join(goroot, 'VERSION'), 'go1.98.0\n');
    await putGoOnPath(join(dir, 'bin'), { env: { GOROOT: goroot, GOVERSION: 'go1.98.0' }, download });
    return contextIn(dir, await fileProxy(join(dir, 'proxy'), { [version]: zip }), unpinned);
  }
  test('the same sum is taken', async () => {
    await using dir = await scratchDir();
    const context = await withAnswer(dir.path, { Sum: hash1OfFiles(version, files) });
    expect(await provisionGo(version, context)).toMatchObject({ source: 'proxy' });
  });
  test('another sum is refused', async () => {
    await using dir = await scratchDir();
    const context = await withAnswer(dir.path, { Sum: hash1OfFiles(version, {}) });
    await expectRefusal(dir.path, context, 'EnvironmentError', /h1:\S+ is in the checksum database/);
  });
  test('the mismatch that go reports is refused', async () => {
    await using dir = await scratchDir();
    const context = await withAnswer(dir.path, { Error: 'checksum mismatch sum.example.com: h1:x SECURITY ERROR' });
    await expectRefusal(dir.path, context, 'EnvironmentError', /^the zip .* does not match the checksum database/);
  });
  test('a database that cannot be asked vouches for nothing', async () => {
    await using dir = await scratchDir();
    const context = await withAnswer(dir.path, { Error: 'dial tcp: no route to host' });
    await expectRefusal(
      dir.path,
      context,
      'EnvironmentError',
      /could not look up .* in the checksum database: .*no route/,
    );
  });
  test('without any Go to ask it is refused', async () => {
    await using dir = await scratchDir();
    const goproxy = await fileProxy(join(dir.path, 'proxy'), { [version]: zip });
    await expectRefusal(
      dir.path,
      contextIn(dir.path, goproxy, unpinned),
      'EnvironmentError',
      /put any Go since 1\.21 on PATH/,
    );
  });
});

test.skipIf(!isRoot || process.platform !== 'linux')(
  'a full disk is named, and nothing is left on it (needs: root on Linux, to mount a tmpfs)',
  async () => {
    await using dir = await scratchDir();
    const store = join(dir.path, 'store');
    await mkdir(store);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', store]);
    try {
      // The disk fits the zip, but not its content.
      const big = { ...files, 'src/big.go': ' '.repeat(8 << 20) };
      const goproxy = await fileProxy(join(dir.path, 'proxy'), { [version]: toolchainZip(version, big) });
      const pinned = { matrix: matrixWith({ [version]: hash1OfFiles(version, big) }) };
      const full = /disk of the store \S+ is full; .*UNLATCH_HOME/;
      await expectRefusal(dir.path, contextIn(dir.path, goproxy, pinned), 'EnvironmentError', full);
      // The disk does not even fit the zip.
      const noise = zipOf({ x: new Uint8Array(4 << 20).map((_, i) => (i * i * 31 + (i >> 3)) & 0xff) });
      const noisy = Buffer.concat([noise, Buffer.alloc(4 << 20)]);
      await using proxy = await serve((_path, response) => response.end(noisy));
      await expectRefusal(dir.path, contextIn(dir.path, proxy.url), 'EnvironmentError', full);
    } finally {
      execFileSync('umount', [store]);
    }
  },
);

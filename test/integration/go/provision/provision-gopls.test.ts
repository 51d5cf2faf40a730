import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ProvisionContext } from '../../../../src/go/context.ts';
import { provisionGopls, resolveGoplsVersion } from '../../../../src/go/provision/provision-gopls.ts';
import { isAlive } from '../../../../src/process/is-alive.ts';
import {
  fileProxy,
  goScript,
  hash1OfFiles,
  linux,
  matrixWith,
  put,
  scratchDir,
  toolchainFiles,
  toolchainZip,
} from '../../../unit/go/tiny-go.ts';

/** A proxy with Go 1.23.2 and 1.99.1, and with gopls 0.18.1, which requires Go 1.23. */
async function setUp(dir: string, go = goScript): Promise<ProvisionContext> {
  const goVersions = ['1.23.2', '1.99.1'];
  const zips: Record<string, Uint8Array> = {};
  const pins: Record<string, string> = {};
  for (const version of goVersions) {
    const files = toolchainFiles(version, go);
    zips[version] = toolchainZip(version, files);
    pins[version] = hash1OfFiles(version, files);
  }
  const goproxy = await fileProxy(join(dir, 'proxy'), zips);
  const gopls = join(dir, 'proxy/golang.org/x/tools/gopls/@v');
  await put(join(gopls, 'list'), 'v0.18.1\nv0.9.0\nv0.19.0-pre.1\n');
  await put(join(gopls, 'v0.18.1.mod'), 'module golang.org/x/tools/gopls\n\ngo 1.23.1\n');
  return {
    env: { UNLATCH_HOME: join(dir, 'store'), PATH: join(dir, 'bin'), GOPROXY: goproxy, GOSUMDB: 'off' },
    platform: linux,
    matrix: matrixWith(pins),
  };
}

describe('gopls', () => {
  test('is built with the newest patch of the Go line in its go.mod, and its binary is kept', async () => {
    await using dir = await scratchDir();
    const context = await setUp(dir.path);
    const gopls = await provisionGopls('0.18.1', context);
    expect(gopls).toMatchObject({ version: '0.18.1', builtWith: '1.23.2' });
    expect((await stat(gopls.path)).mode & 0o111).toBe(0o111);
    expect(await readdir(join(dir.path, 'store/tmp'))).toEqual([]);
    expect(await provisionGopls('0.18.1', { ...context, env: { ...context.env, GOPROXY: 'off' } })).toEqual(gopls);
  });
  test('of the matrix is built with the Go that the matrix names', async () => {
    await using dir = await scratchDir();
    const context = await setUp(dir.path);
    const matrix = { ...matrixWith({}), ...context.matrix, goplsGo: { '0.18.1': '1.99' } };
    expect(await provisionGopls('0.18.1', { ...context, matrix })).toMatchObject({ builtWith: '1.99.1' });
  });
  test('that does not compile is an error with the last words of go, and leaves nothing', async () => {
    await using dir = await scratchDir();
    const context = await setUp(dir.path, '#!/bin/sh\necho "tokeninternal.go:64: invalid array length" >&2\nexit 1\n');
    await expect(provisionGopls('0.18.1', context)).rejects.toMatchObject({
      name: 'EnvironmentError',
      message: expect.stringMatching(/gopls 0\.18\.1 could not be built with go 1\.23\.2: tokeninternal\.go:64/),
    });
    expect(await readdir(join(dir.path, 'store'))).not.toContain('gopls');
    expect(await readdir(join(dir.path, 'store/tmp'))).toEqual([]);
  });
  test('that go waits for without a word is given up, with all that go has started', async () => {
    await using dir = await scratchDir();
    const left = join(dir.path, 'left');
    const go = `#!/bin/sh\necho "go: downloading golang.org/x/mod v0.1.0" >&2\nsleep 1000 &\necho $! >${left}\nwait\n`;
    const context = { ...(await setUp(dir.path, go)), network: { silentMs: 500 } };
    // The directories of the tools that the script runs; they have no suitable go.
    const env = { ...context.env, PATH: '/usr/bin:/bin' };
    await expect(provisionGopls('0.18.1', { ...context, env })).rejects.toMatchObject({
      name: 'EnvironmentError',
      message: expect.stringMatching(
        /downloading golang\.org\/x\/mod v0\.1\.0 \| \S+go install -v \S+ said nothing for 0\.5 s/,
      ),
    });
    const pid = (await readFile(left, 'utf8')).trim();
    expect(isAlive(Number(pid))).toBe(false);
    expect(await readdir(join(dir.path, 'store/tmp'))).toEqual([]);
  });
  test('is not given up while go tells how it gets on', async () => {
    await using dir = await scratchDir();
    const slow = goScript.replace(
      'install)',
      'install) for i in 1 2 3 4 5; do echo "golang.org/x/$i" >&2; sleep 0.2; done;',
    );
    const context = { ...(await setUp(dir.path, slow)), network: { silentMs: 800 } };
    const env = { ...context.env, PATH: '/usr/bin:/bin' };
    expect(await provisionGopls('0.18.1', { ...context, env })).toMatchObject({ version: '0.18.1' });
  });
  test('that fills the disk while it is built is told so', async () => {
    await using dir = await scratchDir();
    const context = await setUp(dir.path, '#!/bin/sh\necho "write x: no space left on device" >&2\nexit 1\n');
    await expect(provisionGopls('0.18.1', context)).rejects.toThrow(
      /gopls 0\.18\.1: the disk of the store \S+ is full/,
    );
  });
  test('that does not exist is refused, with the newest that do', async () => {
    await using dir = await scratchDir();
    await expect(provisionGopls('0.99.0', await setUp(dir.path))).rejects.toMatchObject({
      name: 'UserError',
      message: 'there is no gopls 0.99.0; the newest are 0.9.0, 0.18.1',
    });
  });
  test('latest and stable are the newest release, and no pre-release', async () => {
    await using dir = await scratchDir();
    const context = await setUp(dir.path);
    expect(await resolveGoplsVersion('latest', context)).toBe('0.18.1');
    expect(await resolveGoplsVersion('stable', context)).toBe('0.18.1');
    expect(await resolveGoplsVersion('v0.9.0', context)).toBe('0.9.0');
    await expect(resolveGoplsVersion('newest', context)).rejects.toThrow(/is not a gopls version/);
  });
});

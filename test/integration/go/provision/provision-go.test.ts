/** Where a pinned Go comes from: the module proxy, or what is here already. */
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ProvisionProgress } from '../../../../src/go/context.ts';
import { provisionGo } from '../../../../src/go/provision/provision-go.ts';
import { fileProxy, put, putGoOnPath, scratchDir, serve } from '../../../unit/go/tiny-go.ts';
import { contextIn, version, zip } from './a-pinned-go.ts';

describe('a pinned Go from the module proxy', () => {
  test('is whole, runnable, has its go.mod, and is in the store the next time', async () => {
    await using dir = await scratchDir();
    const goproxy = await fileProxy(join(dir.path, 'proxy'), { [version]: zip });
    const go = await provisionGo(version, contextIn(dir.path, goproxy));
    expect(go).toMatchObject({ version, source: 'proxy' });
    expect((await stat(join(go.goroot, 'bin/go'))).mode & 0o777).toBe(0o755);
    expect((await stat(join(go.goroot, 'pkg/tool/linux_amd64/compile'))).mode & 0o111).toBe(0o111);
    expect((await stat(join(go.goroot, 'src/fmt/print.go'))).mode & 0o111).toBe(0);
    expect(await readFile(join(go.goroot, 'src/go.mod'), 'utf8')).toBe('module std\n');
    expect(await readdir(join(dir.path, 'store/tmp'))).toEqual([]);
    const again = await provisionGo(version, contextIn(dir.path, 'off'));
    expect(again).toEqual({ ...go, source: 'store' });
  });
  test('reports bytes up to the size of the zip', async () => {
    await using dir = await scratchDir();
    await using proxy = await serve((_path, response) => response.end(zip));
    const seen: ProvisionProgress[] = [];
    await provisionGo(version, contextIn(dir.path, proxy.url, { onProgress: (event) => seen.push(event) }));
    expect(seen.filter((event) => 'receivedBytes' in event).at(-1)).toEqual({
      what: `go ${version}`,
      receivedBytes: zip.length,
      totalBytes: zip.length,
    });
    expect(seen.at(-1)).toEqual({ what: `go ${version}`, step: 'verifying and unpacking' });
  });
});

describe('a Go that is here already', () => {
  test('on PATH is used when its GOVERSION and its VERSION file match', async () => {
    await using dir = await scratchDir();
    const goroot = join(dir.path, 'usr-local-go');
    await put(join(goroot, 'VERSION'), `go${version}\n`);
    await putGoOnPath(join(dir.path, 'bin'), { env: { GOROOT: goroot, GOVERSION: `go${version}` } });
    expect(await provisionGo(version, contextIn(dir.path, 'off'))).toEqual({ version, goroot, source: 'path' });
  });
  test('on PATH is not used when it is another version or an experiment', async () => {
    await using dir = await scratchDir();
    const goroot = join(dir.path, 'usr-local-go');
    await put(join(goroot, 'VERSION'), `go${version}\n`);
    for (const GOVERSION of ['go1.99.2', `go${version} X:boringcrypto`]) {
      await putGoOnPath(join(dir.path, 'bin'), { env: { GOROOT: goroot, GOVERSION } });
      await expect(provisionGo(version, contextIn(dir.path, 'off'))).rejects.toThrow(/GOPROXY=off/);
    }
  });
  test('in the tool cache is used when it is complete', async () => {
    await using dir = await scratchDir();
    const goroot = join(dir.path, `go/${version}/x64`);
    await put(join(goroot, 'VERSION'), `go${version}\n`);
    const context = contextIn(dir.path, 'off', { env: { RUNNER_TOOL_CACHE: dir.path } });
    await expect(provisionGo(version, context)).rejects.toThrow(/GOPROXY=off/);
    await put(`${goroot}.complete`, '');
    expect(await provisionGo(version, context)).toEqual({ version, goroot, source: 'toolcache' });
    await expect(provisionGo(version, { ...context, from: 'store' })).rejects.toThrow(/GOPROXY=off/);
  });
});

test('a place in the store that is not whole is not trusted, and is replaced', async () => {
  await using dir = await scratchDir();
  await put(join(dir.path, `store/go/${version}-linux-amd64/go/VERSION`), `go${version}`);
  const goproxy = await fileProxy(join(dir.path, 'proxy'), { [version]: zip });
  const go = await provisionGo(version, contextIn(dir.path, goproxy));
  expect(await readdir(join(go.goroot, 'bin'))).toEqual(['go']);
});

test('what another machine or pid namespace is making, and what is none of ours, is not swept', async () => {
  await using dir = await scratchDir();
  const foreign = `0123456789ab-999999999-0123456789ab`;
  await mkdir(join(dir.path, 'store/tmp', foreign), { recursive: true });
  await writeFile(join(dir.path, 'store/tmp', 'something'), '');
  const goproxy = await fileProxy(join(dir.path, 'proxy'), { [version]: zip });
  await provisionGo(version, contextIn(dir.path, goproxy));
  expect((await readdir(join(dir.path, 'store/tmp'))).sort()).toEqual([foreign, 'something']);
});

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { ProvisionContext, ProvisionProgress } from '../../../../src/go/context.ts';
import { provisionGo } from '../../../../src/go/provision/provision-go.ts';
import {
  fileProxy,
  hash1OfFiles,
  linux,
  matrixWith,
  nowhere,
  put,
  putGoOnPath,
  scratchDir,
  serve,
  toolchainFiles,
  toolchainZip,
  zipOf,
} from '../../../unit/go/tiny-go.ts';

const version = '1.99.1';
const files = toolchainFiles(version);
const zip = toolchainZip(version, files);
const matrix = matrixWith({ [version]: hash1OfFiles(version, files) });
const zipPath = `/golang.org/toolchain/@v/v0.0.1-go${version}.linux-amd64.zip`;
const worker = fileURLToPath(new URL('provision-worker.ts', import.meta.url));
const isRoot = process.getuid?.() === 0;

/** A context without a go on PATH, unless the test adds one, and with a separate store. */
function contextIn(dir: string, goproxy: string | undefined, more: Partial<ProvisionContext> = {}): ProvisionContext {
  return {
    env: { UNLATCH_HOME: join(dir, 'store'), PATH: join(dir, 'bin'), GOPROXY: goproxy, GOSUMDB: 'off', ...more.env },
    platform: linux,
    matrix,
    goDevUrl: nowhere,
    network: { retryDelaysMs: [], stallMs: 10_000 },
    ...Object.fromEntries(Object.entries(more).filter(([name]) => name !== 'env')),
  };
}

/** Checks what a failure leaves: no Go in its place, and no staging directory. */
async function expectNothingLeft(dir: string): Promise<void> {
  const names = await readdir(join(dir, 'store'), { recursive: true }).catch(() => []);
  expect(names.filter((name) => name !== 'tmp')).toEqual([]);
}

async function expectRefusal(dir: string, context: ProvisionContext, name: string, message: RegExp): Promise<void> {
  await expect(provisionGo(version, context)).rejects.toMatchObject({ name, message: expect.stringMatching(message) });
  await expectNothingLeft(dir);
}

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

describe('several processes', () => {
  interface Line {
    readonly done?: { readonly goroot: string; readonly source: string };
    readonly failed?: { readonly name: string; readonly message: string };
    readonly progress?: ProvisionProgress;
  }
  function start(context: ProvisionContext, wrap: readonly string[] = []): ChildProcess {
    const [command = process.execPath, ...args] = [...wrap, process.execPath, worker, version, JSON.stringify(context)];
    return spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  }
  async function lines(child: ChildProcess, until: (line: Line) => boolean): Promise<Line> {
    if (child.stdout === null) throw new Error('no stdout');
    for await (const text of createInterface({ input: child.stdout })) {
      const line: Line = JSON.parse(text);
      if (until(line)) return line;
    }
    throw new Error('the worker ended without a word');
  }
  const ended = (line: Line) => line.done !== undefined || line.failed !== undefined;

  test('two that provision the same version at once leave one good copy', async () => {
    await using dir = await scratchDir();
    // The server sends the zip only after both requests, so neither can find the other's result.
    const waiting: ServerResponse[] = [];
    await using proxy = await serve((_path, response) => {
      waiting.push(response);
      if (waiting.length === 2) for (const each of waiting) each.end(zip);
    });
    const context = contextIn(dir.path, proxy.url);
    const results = await Promise.all([start(context), start(context)].map((child) => lines(child, ended)));
    const goroot = join(dir.path, `store/go/${version}-linux-amd64/go`);
    expect(results.map((result) => result.done?.goroot)).toEqual([goroot, goroot]);
    expect(await readdir(join(dir.path, 'store/go'))).toEqual([`${version}-linux-amd64`]);
    expect(await readdir(join(dir.path, 'store/tmp'))).toEqual([]);
    expect(await readFile(join(goroot, 'VERSION'), 'utf8')).toBe(files.VERSION);
  });

  test('one that is killed in mid-download leaves nothing that the next one trusts', async () => {
    await using dir = await scratchDir();
    let first = true;
    await using proxy = await serve((_path, response) => {
      if (!first) return void response.end(zip);
      first = false;
      response.writeHead(200, { 'content-length': zip.length });
      response.write(zip.subarray(0, zip.length >> 1));
    });
    const context = contextIn(dir.path, proxy.url);
    const child = start(context);
    await lines(child, (line) => line.progress !== undefined);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await readdir(join(dir.path, 'store'))).toEqual(['tmp']);
    expect(await readdir(join(dir.path, 'store/tmp'))).toHaveLength(1);
    expect(await provisionGo(version, context)).toMatchObject({ source: 'proxy' });
    expect(await readdir(join(dir.path, 'store/tmp'))).toEqual([]);
    expect(proxy.asked).toEqual([zipPath, zipPath]);
  });

  test('a file in the way of the store is named', async () => {
    await using dir = await scratchDir();
    await writeFile(join(dir.path, 'store'), '');
    const goproxy = await fileProxy(join(dir.path, 'proxy'), { [version]: zip });
    await expect(provisionGo(version, contextIn(dir.path, goproxy))).rejects.toMatchObject({
      name: 'UserError',
      message: expect.stringMatching(/the store \S+ is not writable/),
    });
  });

  const canDemote = isRoot && process.platform === 'linux';
  test.skipIf(isRoot && !canDemote)(
    'a store that cannot be written is named (needs: no root, or setpriv)',
    async () => {
      await using dir = await scratchDir();
      await chmod(dir.path, 0o755);
      const goproxy = await fileProxy(join(dir.path, 'proxy'), { [version]: zip });
      await mkdir(join(dir.path, 'store'));
      await chmod(join(dir.path, 'store'), 0o555);
      // root may write everywhere, so it would see no error.
      const demote = isRoot ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'] : [];
      const result = await lines(start(contextIn(dir.path, goproxy), demote), ended);
      await chmod(join(dir.path, 'store'), 0o755);
      expect(result.failed).toMatchObject({
        name: 'UserError',
        message: expect.stringMatching(/the store \S+ is not writable \(EACCES\); .*UNLATCH_HOME/),
      });
      await expectNothingLeft(dir.path);
    },
  );
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

/** Processes that provision one Go at the same time, that are killed meanwhile, or that cannot write the store. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { ProvisionContext, ProvisionProgress } from '../../../../src/go/context.ts';
import { provisionGo } from '../../../../src/go/provision/provision-go.ts';
import { fileProxy, scratchDir, serve } from '../../../unit/go/tiny-go.ts';
import { contextIn, expectNothingLeft, files, version, zip } from './a-pinned-go.ts';

const zipPath = `/golang.org/toolchain/@v/v0.0.1-go${version}.linux-amd64.zip`;
const worker = fileURLToPath(new URL('provision-worker.ts', import.meta.url));
const isRoot = process.getuid?.() === 0;

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

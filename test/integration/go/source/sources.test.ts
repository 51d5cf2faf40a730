import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ProvisionContext } from '../../../../src/go/context.ts';
import { provisionGo } from '../../../../src/go/provision/provision-go.ts';
import type { SourceAnswer } from '../../../../src/go/source/source-answer.ts';
import { resolveGoVersion } from '../../../../src/go/versions.ts';
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
} from '../../../unit/go/tiny-go.ts';
import { goArchive } from '../go-archive.ts';

const version = '1.99.1';
const name = `go${version}.linux-amd64.tar.gz`;
const archive = await goArchive(version);
const sha256 = createHash('sha256').update(archive).digest('hex');
const entry = (one: string) => ({
  version: `go${one}`,
  files: [{ filename: `go${one}.linux-amd64.tar.gz`, os: 'linux', arch: 'amd64', kind: 'archive', sha256, size: 1 }],
});

const goDev = (versions: readonly string[] = [version]) =>
  serve((path, response) => {
    if (path === '/dl/?mode=json&include=all') response.end(JSON.stringify(versions.map(entry)));
    else if (path === `/dl/${name}`) response.end(archive);
    else response.writeHead(404).end();
  });
const proxy = (status: number, body = '') =>
  serve((_path, response) => response.writeHead(status, { 'content-type': 'text/plain' }).end(body));

function given(dir: string, env: Record<string, string>, more: Partial<ProvisionContext> = {}) {
  const answers: SourceAnswer[] = [];
  const context: ProvisionContext = {
    env: { UNLATCH_HOME: join(dir, 'store'), PATH: join(dir, 'bin'), ...env },
    platform: linux,
    matrix: matrixWith({}),
    network: { retryDelaysMs: [], stallMs: 10_000 },
    onAnswer: (answer) => answers.push(answer),
    ...more,
  };
  return { context, answers };
}

describe('what is said of modules does not keep Go from go.dev', () => {
  test.each(['off', 'direct'])('GOPROXY=%s', async (GOPROXY) => {
    await using dir = await scratchDir();
    await using server = await goDev();
    const { context, answers } = given(dir.path, { GOPROXY }, { goDevUrl: `${server.url}/dl` });
    expect(await resolveGoVersion('1.99', context)).toBe(version);
    expect(await provisionGo(version, context)).toMatchObject({ source: 'go.dev' });
    expect(answers).toEqual([
      { source: 'module proxy', outcome: 'unreachable', said: `GOPROXY=${GOPROXY} names no proxy` },
      { source: 'go.dev', outcome: 'found', said: expect.stringContaining('SHA-256'), verified: true },
    ]);
  });
  test.each([
    [404, '', ''],
    [404, '', ',direct'],
    [410, '', ',off'],
    [403, '', ''],
    [500, '', ''],
    // A login page of a captive portal.
    [200, '<html>', ''],
  ])('a proxy that answers %i %j, with %j after it', async (status, body, after) => {
    await using dir = await scratchDir();
    await using asked = await proxy(status, body);
    await using server = await goDev();
    const more = { goDevUrl: `${server.url}/dl`, matrix: matrixWith({ [version]: 'h1:pinned' }) };
    const { context } = given(dir.path, { GOPROXY: `${asked.url}${after}` }, more);
    expect(await resolveGoVersion('stable', context)).toBe(version);
    expect(await provisionGo(version, context)).toMatchObject({ source: 'go.dev' });
    expect(asked.asked.length).toBeGreaterThan(0);
  });
  test('a proxy that lists older versions alone', async () => {
    await using dir = await scratchDir();
    await using server = await goDev();
    const goproxy = await fileProxy(join(dir.path, 'proxy'), { '1.98.0': new Uint8Array() });
    const { context } = given(dir.path, { GOPROXY: goproxy }, { goDevUrl: `${server.url}/dl` });
    expect(await resolveGoVersion('1.99', context)).toBe(version);
    expect(await resolveGoVersion('1.98', context)).toBe('1.98.0');
  });
  test('GOSUMDB=off: from a proxy nothing would vouch for it, and it is not asked', async () => {
    await using dir = await scratchDir();
    await using asked = await proxy(200);
    await using server = await goDev();
    const { context } = given(dir.path, { GOPROXY: asked.url, GOSUMDB: 'off' }, { goDevUrl: `${server.url}/dl` });
    expect(await provisionGo(version, context)).toMatchObject({ source: 'go.dev' });
    expect(asked.asked).toEqual([]);
  });
});

test('with GOSUMDB=off and no go.dev the checksum database is asked about Go all the same', async () => {
  await using dir = await scratchDir();
  const files = toolchainFiles(version);
  await put(join(dir.path, 'usr-local-go/VERSION'), 'go1.98.0\n');
  const env = { GOROOT: join(dir.path, 'usr-local-go'), GOVERSION: 'go1.98.0' };
  const GOPROXY = await fileProxy(join(dir.path, 'proxy'), { [version]: toolchainZip(version, files) });
  const { context, answers } = given(dir.path, { GOPROXY, GOSUMDB: 'off' }, { goDevUrl: nowhere });
  await putGoOnPath(join(dir.path, 'bin'), { env, download: { Sum: hash1OfFiles(version, {}) } });
  await expect(provisionGo(version, context)).rejects.toThrow(/h1:\S+ is in the checksum database/);
  await putGoOnPath(join(dir.path, 'bin'), { env, download: { Sum: hash1OfFiles(version, files) } });
  expect(await provisionGo(version, context)).toMatchObject({ source: 'proxy' });
  expect(answers.at(-1)).toMatchObject({ source: 'proxy again', said: 'verified by the checksum database' });
});

test('bytes that are not the pinned ones end the search', async () => {
  await using dir = await scratchDir();
  await using server = await goDev();
  const GOPROXY = await fileProxy(join(dir.path, 'proxy'), {
    [version]: toolchainZip(version, toolchainFiles(version)),
  });
  const more = { goDevUrl: `${server.url}/dl`, matrix: matrixWith({ [version]: 'h1:another' }) };
  await expect(provisionGo(version, given(dir.path, { GOPROXY }, more).context)).rejects.toThrow(
    /h1:another is pinned/,
  );
  expect(server.asked).toEqual([]);
});

describe('where no source has it', () => {
  test('a refusal is told as one, in the words of who refuses', async () => {
    await using dir = await scratchDir();
    await using asked = await proxy(403, 'toolchains need a ticket\n');
    await using server = await goDev(['1.98.0']);
    const env = { GOPROXY: asked.url };
    const { context } = given(dir.path, env, {
      goDevUrl: `${server.url}/dl`,
      matrix: matrixWith({ [version]: 'h1:pinned' }),
    });
    const error: unknown = await provisionGo(version, context).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ name: 'EnvironmentError' });
    expect(String(error)).toMatch(/\n {2}module proxy {2}\S+: 403 Forbidden: toolchains need a ticket\n/);
    expect(String(error)).toMatch(/\n {2}go\.dev {8}there is no Go 1\.99\.1 for linux\/amd64; there is 1\.98\.0$/);
    expect(String(error)).toMatch(/^EnvironmentError: cannot download go 1\.99\.1: no source has it\n/);
  });
  test('there is no such Go only when somebody says so and nobody refuses', async () => {
    await using dir = await scratchDir();
    await using asked = await proxy(404);
    await using server = await goDev(['1.98.0']);
    const matrix = matrixWith({ [version]: 'h1:pinned' });
    for (const goDevUrl of [`${server.url}/dl`, nowhere]) {
      const { context } = given(dir.path, { GOPROXY: asked.url }, { goDevUrl, matrix });
      await expect(provisionGo(version, context)).rejects.toMatchObject({
        name: 'UserError',
        message: expect.stringMatching(/^there is no Go 1\.99\.1 for linux\/amd64/),
      });
    }
    const { context } = given(dir.path, { GOPROXY: asked.url }, { goDevUrl: `${server.url}/dl` });
    await expect(resolveGoVersion('1.99', context)).rejects.toThrow(
      /no Go 1\.99 .*1\.98\.0\n.*404.*\n.*none of its 1 versions matches/,
    );
  });
});

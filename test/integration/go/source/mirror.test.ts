import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { ProvisionContext } from '../../../../src/go/context.ts';
import type { Platform } from '../../../../src/go/platform.ts';
import { bringGo } from '../../../../src/go/provision/bring-go.ts';
import type { SourceAnswer } from '../../../../src/go/source/source-answer.ts';
import { fileProxy, linux, matrixWith, nowhere, put, scratchDir, serve } from '../../../unit/go/tiny-go.ts';
import { goArchive } from '../go-archive.ts';

const version = '1.99.1';
const name = `go${version}.linux-amd64.tar.gz`;
const archive = await goArchive(version);
const sha256 = createHash('sha256').update(archive).digest('hex');

/** A mirror with these files below /go/ and nothing else. `asked` has paths below /go/. */
async function aMirror(files: Readonly<Record<string, string | Uint8Array>>, authorization?: string) {
  const sent: (string | undefined)[] = [];
  const server = await serve((path, response, request) => {
    sent.push(request.headers.authorization);
    const file = files[path.replace('/go/', '')];
    if (authorization !== undefined && request.headers.authorization !== authorization) {
      response.writeHead(401).end();
    } else if (file === undefined) response.writeHead(404).end();
    else response.end(file);
  });
  return { ...server, base: new URL(`${server.url}/go`), sent };
}

const index = '?mode=json&include=all';

function given(dir: string, more: Partial<ProvisionContext> = {}) {
  const answers: SourceAnswer[] = [];
  const context: ProvisionContext = {
    env: { UNLATCH_HOME: join(dir, 'store'), PATH: join(dir, 'bin'), GOPROXY: 'off' },
    platform: linux,
    matrix: matrixWith({}),
    goDevUrl: nowhere,
    network: { retryDelaysMs: [], stallMs: 10_000 },
    onAnswer: (answer) => answers.push(answer),
    ...more,
  };
  return { context, answers };
}

const mirrored = (base: URL, more: { authorization?: string; verify?: 'required' } = {}) => ({
  mirror: { base, authorization: more.authorization ?? null, verify: more.verify ?? ('auto' as const) },
  checkLatest: false,
});

describe('a mirror without an index', () => {
  test('is asked for the archive by its name, and that nothing vouches for it is told, the second time too', async () => {
    await using dir = await scratchDir();
    await using mirror = await aMirror({ [name]: archive });
    const { context, answers } = given(dir.path);
    const go = await bringGo(version, mirrored(mirror.base), context);
    expect(go).toMatchObject({ version, source: 'mirror' });
    const told = {
      outcome: 'found',
      verified: false,
      said: expect.stringMatching(/publishes no SHA-256 for go1\.99\.1/),
    };
    expect(answers).toEqual([expect.objectContaining(told)]);
    const asked = mirror.asked.length;
    expect(await bringGo(version, mirrored(mirror.base), context)).toEqual(go);
    expect(answers[1]).toMatchObject(told);
    expect(mirror.asked.slice(asked)).toEqual([`/go/${index}`]);
  });
  test('is refused with verify: required, before the archive is fetched and when it is in the store', async () => {
    await using dir = await scratchDir();
    await using mirror = await aMirror({ [name]: archive });
    const { context } = given(dir.path);
    const refused = () => bringGo(version, mirrored(mirror.base, { verify: 'required' }), context);
    const words = /mirror .*publishes no SHA-256 for go1\.99\.1\.linux-amd64\.tar\.gz, .*`verify: required` rejects it/;
    await expect(refused()).rejects.toThrow(words);
    expect(mirror.asked).not.toContain(`/go/${name}`);
    await bringGo(version, mirrored(mirror.base), context);
    await expect(refused()).rejects.toThrow(words);
  });
  test('vouches for an archive by the file .sha256 beside it', async () => {
    for (const text of [sha256, `${sha256.toUpperCase()}  ${name}\n`]) {
      await using dir = await scratchDir();
      await using mirror = await aMirror({ [name]: archive, [`${name}.sha256`]: text });
      const { context, answers } = given(dir.path);
      await bringGo(version, mirrored(mirror.base, { verify: 'required' }), context);
      expect(answers[0]).toMatchObject({ verified: true, said: expect.stringContaining(`in ${name}.sha256`) });
    }
  });
  test('is asked for the newest of a line that others know, else for the line itself', async () => {
    await using dir = await scratchDir();
    const goproxy = await fileProxy(join(dir.path, 'proxy'), {
      [version]: new Uint8Array(),
      '1.98.7': new Uint8Array(),
    });
    const { context } = given(dir.path, { env: { ...given(dir.path).context.env, GOPROXY: goproxy } });
    await using plain = await aMirror({ [name]: archive });
    for (const text of ['1.99', 'stable', '^1.90']) {
      expect(await bringGo(text, mirrored(plain.base), context)).toMatchObject({ version, source: 'mirror' });
    }
    // Like aka.ms for Microsoft's builds: named by the line, with a version that only the archive contains.
    await using latest = await aMirror({ 'go1.99.linux-amd64.tar.gz': await goArchive('1.99.4-1') });
    for (const offline of [false, true]) {
      const some = offline ? given(join(dir.path, 'offline')).context : context;
      expect(await bringGo('1.99', mirrored(latest.base), some)).toMatchObject({ version: '1.99.4-1' });
    }
  });
  test('may have revisions of a build', async () => {
    await using dir = await scratchDir();
    await using mirror = await aMirror({ 'go1.99.1-2.linux-amd64.tar.gz': await goArchive('1.99.1-2') });
    const go = await bringGo('1.99.1-2', mirrored(mirror.base), given(dir.path).context);
    expect(go).toMatchObject({ version: '1.99.1-2', source: 'mirror' });
  });
  test('may be a folder', async () => {
    await using dir = await scratchDir();
    await put(join(dir.path, 'files', name), '');
    const { writeFile } = await import('node:fs/promises');
    await writeFile(join(dir.path, 'files', name), archive);
    const base = pathToFileURL(join(dir.path, 'files'));
    expect(await bringGo(version, mirrored(base), given(dir.path).context)).toMatchObject({ source: 'mirror' });
  });
});

describe("a mirror's index", () => {
  const file = { filename: name, os: 'linux', arch: 'amd64', kind: 'archive', sha256, size: archive.length };
  const entry = (files: readonly unknown[]) =>
    JSON.stringify([{ version: `go${version}`, files }, 'odd', { version: 3 }]);

  test.each([
    ['as go.dev has it', file, true],
    ['without sha256', { ...file, sha256: undefined }, false],
    ['without kind and size', { ...file, kind: undefined, size: undefined }, true],
    ['with nothing but the name', { filename: name }, false],
    ['with words of its own for the size and the sum', { ...file, size: '12 MB', sha256: 'none' }, false],
  ])('is read %s', async (_title, one, verified) => {
    await using dir = await scratchDir();
    const other = { ...file, os: 'plan9', filename: 'go1.99.1.plan9-amd64.tar.gz', sha256: '0'.repeat(64) };
    await using mirror = await aMirror({ [index]: entry([null, other, one]), [name]: archive });
    const { context, answers } = given(dir.path);
    expect(await bringGo('1.99', mirrored(mirror.base), context)).toMatchObject({ version, source: 'mirror' });
    expect(answers[0]?.verified).toBe(verified);
  });
  test('that has another sum refuses the archive, and nobody else is asked', async () => {
    await using dir = await scratchDir();
    await using goDev = await aMirror({});
    await using mirror = await aMirror({
      [index]: entry([{ ...file, sha256: '0'.repeat(64) }]),
      [name]: archive,
    });
    const { context } = given(dir.path, { goDevUrl: goDev.base.href });
    await expect(bringGo(version, mirrored(mirror.base), context)).rejects.toThrow(/but 0{64} is published/);
    expect(goDev.asked).toEqual([]);
    expect(await readdir(join(dir.path, 'store'))).toEqual(['tmp']);
  });
  test('that does not have an exact version does not keep it from being asked for by name', async () => {
    await using dir = await scratchDir();
    const old = JSON.stringify([
      { version: 'go1.50.0', files: [{ ...file, filename: 'go1.50.0.linux-amd64.tar.gz' }] },
    ]);
    await using mirror = await aMirror({ [index]: old, [name]: archive });
    expect(await bringGo(version, mirrored(mirror.base), given(dir.path).context)).toMatchObject({ source: 'mirror' });
    await expect(bringGo('1.51', mirrored(mirror.base), given(dir.path).context)).rejects.toThrow(
      /mirror .*no Go 1\.51 for linux\/amd64; there is 1\.50\.0/,
    );
  });
});

describe('the secret of a mirror', () => {
  test('is sent with each request, in the form that setup-go sends', async () => {
    await using dir = await scratchDir();
    await using mirror = await aMirror({ [name]: archive }, 'token s3cret');
    const { context } = given(dir.path);
    await expect(bringGo(version, mirrored(mirror.base), context)).rejects.toThrow(/mirror .*: 401 Unauthorized/);
    await bringGo(version, mirrored(mirror.base, { authorization: 'token s3cret' }), context);
    expect(new Set(mirror.sent)).toEqual(new Set([undefined, 'token s3cret']));
  });
  test('is kept from the host that it redirects to, and from the other sources', async () => {
    await using dir = await scratchDir();
    await using storage = await aMirror({ [name]: archive });
    await using mirror = await serve((_path, response) => {
      response.writeHead(302, { location: `${storage.url}/go/${name}` }).end();
    });
    await using goDev = await aMirror({});
    const { context } = given(dir.path, { goDevUrl: goDev.base.href });
    const base = new URL(`${mirror.url}/go`);
    await bringGo(version, mirrored(base, { authorization: 'token s3cret' }), context);
    await expect(bringGo('1.98.1', mirrored(base, { authorization: 'token s3cret' }), context)).rejects.toThrow(
      /contains Go/,
    );
    expect(new Set([...storage.sent, ...goDev.sent])).toEqual(new Set([undefined]));
    expect(goDev.sent.length).toBeGreaterThan(0);
  });
});

describe('where the mirror does not have it', () => {
  test('another source has, and the mirror is told of; where none has, it is in the table', async () => {
    await using dir = await scratchDir();
    await using mirror = await aMirror({});
    const own = {
      version: `go${version}`,
      files: [{ filename: name, os: 'linux', arch: 'amd64', kind: 'archive', sha256 }],
    };
    await using goDev = await aMirror({ [index]: JSON.stringify([own]), [name]: archive });
    const { context, answers } = given(dir.path, { goDevUrl: goDev.base.href });
    expect(await bringGo(version, mirrored(mirror.base), context)).toMatchObject({ source: 'go.dev' });
    expect(answers.map(({ source, outcome }) => [source, outcome])).toEqual([
      ['mirror', 'absent'],
      ['module proxy', 'unreachable'],
      ['go.dev', 'found'],
    ]);
    await expect(bringGo('1.98.1', mirrored(mirror.base), context)).rejects.toThrow(
      /^there is no Go 1\.98\.1 for linux\/amd64; there is 1\.99\.1\n {2}mirror .*404[\s\S]*\n {2}go\.dev .*no Go 1\.98\.1/,
    );
  });
  test('a Go in the tool cache is not taken before it, for its builds may be others', async () => {
    await using dir = await scratchDir();
    const goroot = join(dir.path, `tools/go/${version}/x64`);
    await put(join(goroot, 'VERSION'), `go${version}\n`);
    await put(`${goroot}.complete`, '');
    const env = { ...given(dir.path).context.env, RUNNER_TOOL_CACHE: join(dir.path, 'tools') };
    await using mirror = await aMirror({ [name]: archive });
    const { context } = given(dir.path, { env });
    expect(await bringGo(version, mirrored(mirror.base), context)).toMatchObject({ source: 'mirror' });
    await using empty = await aMirror({});
    expect(await bringGo(version, mirrored(empty.base), context)).toMatchObject({ goroot, source: 'toolcache' });
  });
});

test.each<[Platform, string]>([
  [{ os: 'linux', arch: 'arm' }, 'linux-armv6l.tar.gz'],
  [{ os: 'freebsd', arch: 'arm' }, 'freebsd-arm.tar.gz'],
  [{ os: 'linux', arch: 'ppc64le' }, 'linux-ppc64le.tar.gz'],
  [{ os: 'linux', arch: 'mips64le' }, 'linux-mips64le.tar.gz'],
  [{ os: 'linux', arch: '386' }, 'linux-386.tar.gz'],
])('%j is in the index and in the names of archives as go.dev has it', async (platform, ending) => {
  const filename = `go${version}.${ending}`;
  const [, arch] = /-(\w+)\./.exec(ending) ?? [];
  const entry = { version: `go${version}`, files: [{ filename, os: platform.os, arch, kind: 'archive', sha256 }] };
  await using dir = await scratchDir();
  await using goDev = await aMirror({ [index]: JSON.stringify([entry]), [filename]: archive });
  const { context } = given(dir.path, { platform, goDevUrl: goDev.base.href });
  expect(await bringGo(version, { mirror: null, checkLatest: false }, context)).toMatchObject({ source: 'go.dev' });
  await using plain = await aMirror({ [filename]: archive });
  expect(await bringGo(version, mirrored(plain.base), context)).toMatchObject({ source: 'mirror' });
});

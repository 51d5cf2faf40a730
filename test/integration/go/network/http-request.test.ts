import { execFile, execFileSync } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { downloadText } from '../../../../src/go/network/download.ts';
import { put, scratchDir, serve } from '../../../unit/go/tiny-go.ts';
import { type Authority, anAuthority, anHttpProxy, serveSecurely } from '../an-authority.ts';

const canSign = (() => {
  try {
    execFileSync('openssl', ['version']);
    return true;
  } catch {
    return false;
  }
})();

const get = (url: string, env: Record<string, string> = {}, authorization?: string) =>
  downloadText(new URL(url), { env, authorization, limitBytes: 1000, limits: { retryDelaysMs: [] } });

describe.skipIf(!canSign)('a server with a certificate that Node does not know (needs: openssl)', () => {
  let dir: Awaited<ReturnType<typeof scratchDir>>;
  let authority: Authority;
  beforeAll(async () => {
    dir = await scratchDir();
    authority = await anAuthority(dir.path);
  });
  afterAll(() => dir?.[Symbol.asyncDispose]());

  const aServer = async () =>
    await serveSecurely(await authority.certificate(['127.0.0.1', 'go.dev']), (_path, response) => response.end('it'));

  test('is refused, with what would help', async () => {
    await using server = await aServer();
    const error = get(`https://127.0.0.1:${server.port}/`);
    await expect(error).rejects.toThrow(/this machine does not trust its certificate \(\w+\): .*NODE_EXTRA/);
    expect(server.asked).toEqual([]);
  });
  test('is trusted by SSL_CERT_FILE, by SSL_CERT_DIR and by NODE_EXTRA_CA_CERTS, beside a file that holds no certificate', async () => {
    await using server = await aServer();
    const folder = join(dir.path, 'certs');
    await mkdir(folder);
    execFileSync('cp', [authority.caFile, join(folder, 'mine.pem')]);
    await put(join(folder, 'broken.pem'), '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n');
    const url = `https://127.0.0.1:${server.port}/`;
    expect(await get(url, { SSL_CERT_FILE: authority.caFile })).toBe('it');
    expect(await get(url, { SSL_CERT_DIR: `/none:${folder}` })).toBe('it');
    // A new process, since Node reads NODE_EXTRA_CA_CERTS only at its start.
    const code = `import { downloadText } from ${JSON.stringify(new URL('../../../../src/go/network/download.ts', import.meta.url).href)};
      console.log(await downloadText(new URL(${JSON.stringify(url)}), { env: process.env, limitBytes: 9 }));`;
    const env = { PATH: process.env['PATH'], NODE_EXTRA_CA_CERTS: authority.caFile };
    // Not execFileSync: the server is in this process.
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', code], { env });
    expect(stdout).toBe('it\n');
  });
  test('is refused for another name, whoever has signed it', async () => {
    await using server = await serveSecurely(await authority.certificate(['other.example']), (_path, response) =>
      response.end('it'),
    );
    await expect(get(`https://127.0.0.1:${server.port}/`, { SSL_CERT_FILE: authority.caFile })).rejects.toThrow(
      /does not match certificate|altnames/,
    );
  });
  test('is reached through HTTPS_PROXY, whose credentials the proxy alone sees', async () => {
    await using server = await aServer();
    await using proxy = await anHttpProxy(() => server.port);
    const named = proxy.url.replace('http://', 'http://me:s%20x@');
    const env = { SSL_CERT_FILE: authority.caFile, https_proxy: named, NO_PROXY: 'a.example,10.0.0.0/8' };
    expect(await get('https://go.dev/dl/', env)).toBe('it');
    expect(proxy.asked).toEqual(['CONNECT go.dev:443']);
    expect(proxy.authorizations).toEqual([`Basic ${Buffer.from('me:s x').toString('base64')}`]);
    expect(server.asked).toEqual([{ path: '/dl/', authorization: undefined }]);
  });
  test('gets what ~/.netrc has for its host', async () => {
    await using server = await aServer();
    await put(join(dir.path, '.netrc'), `machine 127.0.0.1:${server.port} login me password secret\n`);
    await get(`https://127.0.0.1:${server.port}/x`, { SSL_CERT_FILE: authority.caFile, HOME: dir.path });
    expect(server.asked[0]?.authorization).toBe(`Basic ${Buffer.from('me:secret').toString('base64')}`);
  });
  test('that wants what GOAUTH’s command would give is refused with a word about it, and one that has no such thing is not', async () => {
    const identity = await authority.certificate(['127.0.0.1']);
    await using server = await serveSecurely(identity, (path, response) =>
      response.writeHead(path === '/absent' ? 404 : 401).end(),
    );
    const env = { SSL_CERT_FILE: authority.caFile, GOAUTH: 'netrc; corp-login --quiet' };
    const ask = (path: string, goauth: string) =>
      get(`https://127.0.0.1:${server.port}${path}`, { ...env, GOAUTH: goauth });
    await expect(ask('/', env.GOAUTH)).rejects.toThrow(/401 Unauthorized \(GOAUTH names a command, which only go runs/);
    for (const [path, goauth] of [
      ['/absent', env.GOAUTH],
      ['/', 'netrc'],
      ['/', 'off'],
    ] as const)
      await expect(ask(path, goauth)).rejects.toThrow(/40[14] [A-Z][a-z ]+(Found)?$/);
  });
  test('may not send on to one without', async () => {
    await using plain = await serve((_path, response) => response.end('plain'));
    await using server = await serveSecurely(await authority.certificate(['127.0.0.1']), (_path, response) =>
      response.writeHead(302, { location: plain.url }).end(),
    );
    const error = get(`https://127.0.0.1:${server.port}/`, { SSL_CERT_FILE: authority.caFile });
    await expect(error).rejects.toThrow(/it redirects from https:\/\/ to http:\/\/127/);
    expect(plain.asked).toEqual([]);
  });
});

describe('a proxy', () => {
  test('is sent the whole URL of an http request, and not asked to connect', async () => {
    await using proxy = await anHttpProxy(() => null);
    expect(await get('http://mirror.example/a?b', { HTTP_PROXY: proxy.url })).toBe(
      'by proxy http://mirror.example/a?b\n',
    );
    expect(proxy.asked).toEqual(['GET http://mirror.example/a?b']);
  });
  test('that refuses to connect is named in place of the server', async () => {
    await using proxy = await anHttpProxy(() => null);
    await expect(get('https://go.dev/dl/', { HTTPS_PROXY: proxy.url })).rejects.toThrow(
      `https://go.dev/dl/: the HTTP proxy ${proxy.url} answered 403 Not this host`,
    );
  });
  test.each(['socks5', 'socks5h'])(
    'of the kind %s is refused without its password in the message, with what would help',
    async (kind) => {
      await expect(get('https://go.dev/', { HTTPS_PROXY: `${kind}://me:s3cret@p.example:1080` })).rejects.toThrow(
        `https://go.dev/: HTTPS_PROXY names the proxy ${kind}://p.example:1080, which is not supported; use an http or https proxy, or NO_PROXY=go.dev`,
      );
    },
  );
  test('is not asked for what a range in NO_PROXY spares, where Node is told to read the variables too', async () => {
    await using proxy = await anHttpProxy(() => null);
    await using server = await serve((_path, response) => response.end('direct'));
    const code = `import { downloadText } from ${JSON.stringify(new URL('../../../../src/go/network/download.ts', import.meta.url).href)};
      console.log(await downloadText(new URL(${JSON.stringify(server.url.replace('127.0.0.1', '0.0.0.0'))}), { env: process.env, limitBytes: 9 }));`;
    const proxies = { HTTP_PROXY: proxy.url, NO_PROXY: '0.0.0.0/8', NODE_USE_ENV_PROXY: '1' };
    const env = { PATH: process.env['PATH'], ...proxies };
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', code], { env });
    expect(stdout).toBe('direct\n');
    expect(proxy.asked).toEqual([]);
  });
  test('is not asked for what NO_PROXY spares', async () => {
    await using proxy = await anHttpProxy(() => null);
    await using server = await serve((_path, response) => response.end('direct'));
    expect(await get(server.url, { HTTP_PROXY: proxy.url })).toBe('direct');
    await expect(get('http://mirror.invalid/', { HTTP_PROXY: proxy.url, NO_PROXY: '.invalid' })).rejects.toThrow(
      /host/,
    );
    expect(proxy.asked).toEqual([]);
  });
});

describe('a redirect', () => {
  test('keeps the credentials within one origin, and takes none to another', async () => {
    const seen: (string | undefined)[] = [];
    await using other = await serve((_path, response, request) => {
      seen.push(request.headers.authorization);
      response.end('there');
    });
    await using server = await serve((path, response, request) => {
      seen.push(request.headers.authorization);
      response.writeHead(302, { location: path === '/a' ? '/b' : `${other.url}/c` }).end();
    });
    expect(await get(`${server.url}/a`, {}, 'token secret')).toBe('there');
    expect(seen).toEqual(['token secret', 'token secret', undefined]);
  });
  test('without an end is given up', async () => {
    await using server = await serve((_path, response) => response.writeHead(307, { location: '/again' }).end());
    await expect(get(server.url)).rejects.toThrow(/more than 10 redirects/);
    expect(server.asked).toHaveLength(11);
  });
});

test('what a server says of a refusal, in plain text, is told', async () => {
  await using server = await serve((_path, response) => {
    response.writeHead(403, { 'content-type': 'text/plain; charset=utf-8' }).end('toolchains are blocked\nmore\n');
  });
  await expect(get(`${server.url}/x`)).rejects.toThrow(`${server.url}/x: 403 Forbidden: toolchains are blocked`);
});

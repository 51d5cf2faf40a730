import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deleteReplaced } from '../../../src/action/caches/delete-replaced.ts';
import { scratchDir, serve } from '../../unit/go/tiny-go.ts';
import { type Authority, anAuthority, anHttpProxy, serveSecurely } from '../go/an-authority.ts';

const canSign = (() => {
  try {
    execFileSync('openssl', ['version']);
    return true;
  } catch {
    return false;
  }
})();

const job = { GITHUB_REPOSITORY: 'o/r', GITHUB_REF: 'refs/heads/main' };

describe.skipIf(!canSign)('an API whose certificate the system alone knows (needs: openssl)', () => {
  let dir: Awaited<ReturnType<typeof scratchDir>>;
  let authority: Authority;
  beforeAll(async () => {
    dir = await scratchDir();
    authority = await anAuthority(dir.path);
  });
  afterAll(() => dir?.[Symbol.asyncDispose]());

  test('is asked to delete an archive by the proxy that go would take, and its token goes to it alone', async () => {
    const identity = await authority.certificate(['api.ghes.example']);
    await using server = await serveSecurely(identity, (_path, response, request) => {
      response.writeHead(request.method === 'DELETE' ? 204 : 400).end();
    });
    await using proxy = await anHttpProxy(() => server.port);
    const env = {
      ...job,
      GITHUB_API_URL: 'https://api.ghes.example/api/v3',
      HTTPS_PROXY: proxy.url,
      SSL_CERT_FILE: authority.caFile,
    };
    expect(await deleteReplaced('k', 'secret', env)).toBeNull();
    expect(proxy.asked).toEqual(['CONNECT api.ghes.example:443']);
    expect(proxy.authorizations).toEqual([undefined]);
    expect(server.asked).toEqual([
      { path: '/api/v3/repos/o/r/actions/caches?key=k&ref=refs%2Fheads%2Fmain', authorization: 'Bearer secret' },
    ]);
    // The certificate's authority is unknown in this environment.
    expect(await deleteReplaced('k', 'secret', { ...env, SSL_CERT_FILE: '/none' })).toMatch(
      /this machine does not trust its certificate/,
    );
  });
});

test('an API that NO_PROXY spares is asked directly, and a proxy that refuses is named', async () => {
  const asked: string[] = [];
  await using server = await serve((path, response, request) => {
    asked.push(`${request.method} ${path}`);
    response.end('{}');
  });
  await using proxy = await anHttpProxy(() => null);
  const api = server.url.replace('127.0.0.1', '0.0.0.0');
  const env = { ...job, GITHUB_API_URL: api, HTTP_PROXY: proxy.url, NO_PROXY: '0.0.0.0' };
  expect(await deleteReplaced('k', 'secret', env)).toBeNull();
  expect(asked).toEqual(['DELETE /repos/o/r/actions/caches?key=k&ref=refs%2Fheads%2Fmain']);
  expect(proxy.asked).toEqual([]);
  const refused = { ...job, GITHUB_API_URL: 'https://api.ghes.example', HTTPS_PROXY: proxy.url };
  expect(await deleteReplaced('k', 'secret', refused)).toBe(`the HTTP proxy ${proxy.url} answered 403`);
});

test('a redirect is followed as a DELETE, without the token where it leads elsewhere, and not where it would become a GET', async () => {
  const asked: string[] = [];
  const note = (name: string, method = '', authorization = 'no token') =>
    asked.push(`${name} ${method} ${authorization}`);
  await using other = await serve((_path, response, request) => {
    note('other', request.method, request.headers.authorization);
    response.writeHead(204).end();
  });
  let status = 307;
  await using server = await serve((_path, response, request) => {
    note('api', request.method, request.headers.authorization);
    response.writeHead(status, { location: other.url }).end();
  });
  const env = { ...job, GITHUB_API_URL: server.url };
  expect(await deleteReplaced('k', 'secret', env)).toBeNull();
  status = 303;
  expect(await deleteReplaced('k', 'secret', env)).toBe('the service answered 303');
  expect(asked).toEqual(['api DELETE Bearer secret', 'other DELETE no token', 'api DELETE Bearer secret']);
});

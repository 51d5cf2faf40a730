/** The worker with the toolkit, with a cache service behind proxies. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { actionsStore } from '../../../../src/cache/store/actions-store.ts';
import { aCacheService } from '../../../e2e/cache/a-cache-service.ts';
import { scratchDir } from '../../../unit/go/tiny-go.ts';
import { anHttpProxy } from '../../go/an-authority.ts';

async function putAndFetch(env: Readonly<Record<string, string>>) {
  await using dir = await scratchDir();
  const [from, to] = [join(dir.path, 'from'), join(dir.path, 'to')];
  await mkdir(join(from, 'build'), { recursive: true });
  await mkdir(to);
  await writeFile(join(from, 'build', 'a'), 'content');
  const store = actionsStore({ PATH: process.env['PATH'], ...env });
  const put = await store.put({ kind: 'build', root: from, key: 'k' });
  return [put, await store.fetch({ kind: 'build', root: to, key: 'k', prefixes: [] })];
}
const went = [expect.objectContaining({ outcome: 'saved' }), expect.objectContaining({ outcome: 'hit' })];

/** For the system this is this machine, but for the clients it is no loopback address, for which they would skip the proxy. */
const nearby = (url: string) => url.replace('127.0.0.1', '0.0.0.0');

test('a service behind a proxy is reached by it, also where go alone understands how it is named', async () => {
  await using service = await aCacheService();
  const { port } = new URL(service.url);
  await using proxy = await anHttpProxy(() => Number(port));
  const env = { ...service.envFor('refs/heads/main', 'v1'), ACTIONS_CACHE_URL: 'http://cache.example/' };
  expect(await putAndFetch({ ...env, http_proxy: new URL(proxy.url).host })).toEqual(went);
  expect(new Set(proxy.asked)).toEqual(new Set(['CONNECT cache.example:80']));
});

test('a service that a range in NO_PROXY spares is asked without the proxy', async () => {
  await using service = await aCacheService();
  await using proxy = await anHttpProxy(() => null);
  const env = { ...service.envFor('refs/heads/main', 'v1'), ACTIONS_CACHE_URL: `${nearby(service.url)}/` };
  expect(await putAndFetch({ ...env, HTTP_PROXY: proxy.url, NO_PROXY: '0.0.0.0/8' })).toEqual(went);
  expect(proxy.asked).toEqual([]);
});

test('ALL_PROXY, which go does not know, keeps no archive from its storage', async () => {
  await using service = await aCacheService();
  const env = service.envFor('refs/heads/main', 'v2');
  expect(await putAndFetch({ ...env, ALL_PROXY: 'socks5://127.0.0.1:1' })).toEqual(went);
});

test('a SOCKS proxy is named at once', async () => {
  const env = { ACTIONS_CACHE_URL: 'http://cache.example/', HTTP_PROXY: 'socks5://127.0.0.1:1' };
  const refused = { outcome: 'failed', why: expect.stringMatching(/^HTTP_PROXY names socks5:\/\/127\.0\.0\.1:1, and/) };
  expect(await putAndFetch(env)).toEqual([refused, refused]);
});

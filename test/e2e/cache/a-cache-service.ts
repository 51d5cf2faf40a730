/**
 * A server with the protocol of GitHub's cache service (v2: Twirp, and a storage with signed URLs), or of Gitea, Forgejo
 * and act (v1), and the API that deletes by key and ref. Each weather is a fault. It follows GitHub's rules:
 * test/unit/cache/a-github-store.ts.
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { GitHubStore, type StoredArchive } from '../../unit/cache/a-github-store.ts';
import { sendIn, type Weather } from './weathers.ts';

interface Blob {
  readonly version: string;
  readonly data: Buffer;
}

export interface CacheService extends AsyncDisposable {
  readonly url: string;
  weather: Weather;
  /** The environment of a run on this ref, on a runner with this protocol. */
  readonly envFor: (ref: string, protocol: 'v1' | 'v2') => Readonly<Record<string, string>>;
  readonly keys: () => readonly string[];
  readonly bytes: () => number;
  /** Another server with the same archives. */
  readonly copy: (weather: Weather) => Promise<CacheService>;
  /** "PUT key", "DELETE key", "GET key", in the order of arrival. */
  readonly log: string[];
  /** The requested paths, in the order of arrival. */
  readonly asked: readonly string[];
}

export async function aCacheService(
  weather: Weather = 'fine',
  archives: readonly StoredArchive<Blob>[] = [],
): Promise<CacheService> {
  const store = new GitHubStore<Blob>(10e9, 'refs/heads/main');
  for (const { key, ref, bytes, content } of archives) store.put(key, ref, bytes, content);
  const log: string[] = [];
  const asked: string[] = [];
  const pending = new Map<
    string,
    { readonly key: string; readonly version: string; readonly ref: string; data: Buffer }
  >();
  const blobs = new Map<string, { readonly key: string; readonly data: Buffer }>();
  const server = createServer((request, response) => {
    void answer(request, response).catch((error: unknown) => response.destroy(error as Error));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const versioned = (version: string, key: string) => `${version} ${key}`;
  const service: CacheService = {
    url,
    weather,
    copy: (other) => aCacheService(other, store.archives),
    envFor: (ref, protocol) => ({
      ACTIONS_RUNTIME_TOKEN: Buffer.from(ref).toString('hex'),
      ...(protocol === 'v1'
        ? { ACTIONS_CACHE_URL: `${url}/` }
        : { ACTIONS_RESULTS_URL: `${url}/`, ACTIONS_CACHE_SERVICE_V2: 'true' }),
      GITHUB_API_URL: url,
    }),
    keys: () => store.archives.map(({ key }) => key.slice(key.indexOf(' ') + 1)),
    bytes: () => store.bytes,
    log,
    asked,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };

  function look(keys: readonly string[], version: string, ref: string) {
    const found = store.find(
      keys.map((key) => versioned(version, key)),
      ref,
    );
    if (found === null) return null;
    const id = String(found.serial);
    const key = found.key.slice(found.key.indexOf(' ') + 1);
    blobs.set(id, { key, data: found.content.data });
    return { key, url: `${url}/blob/${id}` };
  }

  function commit(id: string): boolean {
    const upload = pending.get(id);
    if (upload === undefined) return false;
    const { key, version, ref, data } = upload;
    pending.delete(id);
    log.push(`PUT ${key}`);
    return store.put(versioned(version, key), ref, data.length, { version, data });
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { weather } = service;
    const { method = '', headers } = request;
    const at = new URL(request.url ?? '', url);
    asked.push(at.pathname);
    const ref = Buffer.from(headers.authorization?.replace(/^Bearer /, '') ?? '', 'hex').toString();
    const body = await buffer(request);
    const json = (status: number, value: unknown) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(value));
    };
    if (at.pathname.startsWith('/blob/')) return await sendBlob(at.pathname.slice('/blob/'.length), response);
    if (weather === 'takes the connection and never answers') return;
    if (weather === 'answers 429') return json(429, { msg: 'too many requests' });
    if (weather === 'answers 503') return json(503, { msg: 'unavailable' });
    const isFull = weather === 'refuses to save: the quota is full';

    const [, api] = /^\/repos\/[^/]+\/[^/]+\/actions\/(caches)$/.exec(at.pathname) ?? [];
    if (api !== undefined && method === 'DELETE') {
      const key = at.searchParams.get('key') ?? '';
      log.push(`DELETE ${key}`);
      const gone = store.archives.filter((one) => one.key.endsWith(` ${key}`));
      for (const one of gone) store.delete(one.key, at.searchParams.get('ref') ?? '');
      return json(gone.length > 0 ? 200 : 404, {});
    }

    const call = /^\/twirp\/github\.actions\.results\.api\.v1\.CacheService\/(\w+)$/.exec(at.pathname)?.[1];
    if (call !== undefined) {
      const question = JSON.parse(body.toString()) as Record<string, never>;
      const {
        key = '',
        version = '',
        restore_keys: more = [],
      } = question as Record<string, unknown> as {
        key?: string;
        version?: string;
        restore_keys?: string[];
      };
      if (call === 'GetCacheEntryDownloadURL') {
        const found = look([key, ...more], version, ref);
        return json(
          200,
          found === null ? { ok: false } : { ok: true, signed_download_url: found.url, matched_key: found.key },
        );
      }
      if (call === 'CreateCacheEntry') {
        if (isFull) return json(200, { ok: false, message: 'the storage quota of this repository is exceeded' });
        if (store.archives.some((one) => one.key === versioned(version, key) && one.ref === ref))
          return json(200, { ok: false });
        const id = versioned(version, key);
        pending.set(id, { key, version, ref, data: Buffer.alloc(0) });
        return json(200, { ok: true, signed_upload_url: `${url}/upload/${encodeURIComponent(id)}?sig=x` });
      }
      return json(200, { ok: commit(versioned(version, key)), entry_id: '1' });
    }
    if (at.pathname.startsWith('/upload/')) {
      const id = decodeURIComponent(at.pathname.slice('/upload/'.length));
      const upload = pending.get(id);
      if (upload !== undefined) upload.data = body;
      response.writeHead(201, { etag: '"1"', 'last-modified': new Date(0).toUTCString(), 'x-ms-request-id': '1' });
      response.end();
      return;
    }

    // v1: https://github.com/nektos/act, pkg/artifactcache/handler.go
    if (at.pathname === '/_apis/artifactcache/cache') {
      const keys = (at.searchParams.get('keys') ?? '').split(',');
      const found = look(keys, at.searchParams.get('version') ?? '', ref);
      if (found === null) {
        response.writeHead(204).end();
        return;
      }
      return json(200, { result: 'hit', archiveLocation: found.url, cacheKey: found.key });
    }
    if (at.pathname === '/_apis/artifactcache/caches') {
      if (isFull) return json(400, { message: 'the storage quota of this repository is exceeded' });
      const { key, version } = JSON.parse(body.toString()) as { key: string; version: string };
      const id = String(pending.size + 1000 + log.length);
      pending.set(id, { key, version, ref, data: Buffer.alloc(0) });
      return json(201, { cacheId: Number(id) });
    }
    const id = /^\/_apis\/artifactcache\/caches\/(\d+)$/.exec(at.pathname)?.[1];
    const upload = id === undefined ? undefined : pending.get(id);
    if (id !== undefined && upload !== undefined && method === 'PATCH') {
      const [, start = '0'] = /bytes (\d+)-/.exec(String(headers['content-range'])) ?? [];
      upload.data = Buffer.concat([upload.data.subarray(0, Number(start)), body]);
      response.writeHead(204).end();
      return;
    }
    if (id !== undefined && upload !== undefined && method === 'POST') {
      commit(id);
      response.writeHead(204).end();
      return;
    }
    json(404, { message: 'no such path' });
  }

  async function sendBlob(id: string, response: ServerResponse): Promise<void> {
    const { key, data } = blobs.get(id) ?? { key: '', data: Buffer.alloc(0) };
    log.push(`GET ${key}`);
    await sendIn(service.weather, data, response);
  }

  return service;
}

/**
 * dist/store-worker.cjs against a server that speaks as the runner's cache service does (v2), and as Azure's storage
 * behind it: act speaks the older protocol, in which neither of the late bundles has a part.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { WorkerAnswer, WorkerQuestion } from '../../src/cache/store/actions-store.ts';

const dist = resolve(import.meta.dirname, '../../dist');
let folder: string;
let server: Server;
let archive: Buffer | null;
/** "PUT /container/blob" of each request to the storage. */
let stored: string[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'store-worker-'));
  archive = null;
  stored = [];
  server = createServer((request, response) => void answer(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method = '', headers } = request;
  const url = new URL(request.url ?? '', origin());
  const body = await buffer(request);
  const json = (value: unknown) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(value));
  };
  const call = /^\/twirp\/github\.actions\.results\.api\.v1\.CacheService\/(\w+)$/.exec(url.pathname)?.[1];
  if (call === 'CreateCacheEntry')
    return json({ ok: true, signed_upload_url: `${origin()}/account/container/blob?sig=x` });
  if (call === 'FinalizeCacheEntryUpload') return json({ ok: true, entry_id: '1' });
  if (call !== undefined) {
    // The host by which the toolkit knows that it is Azure; the request comes here by HTTP_PROXY.
    const blob = 'http://account.blob.core.windows.net/container/blob?sig=x';
    return json(archive === null ? { ok: false } : { ok: true, signed_download_url: blob, matched_key: 'key-1' });
  }
  stored.push(`${method} ${url.pathname.replace('/account/', '/')}`);
  const dated = { etag: '"1"', 'last-modified': new Date(0).toUTCString(), 'x-ms-request-id': '1' };
  if (method === 'PUT') {
    archive = body;
    response.writeHead(201, dated);
    response.end();
    return;
  }
  const whole = archive ?? Buffer.alloc(0);
  const range = /^bytes=(\d+)-(\d*)$/.exec(String(headers['x-ms-range'] ?? headers.range ?? ''));
  const part =
    range === null ? whole : whole.subarray(Number(range[1]), range[2] === '' ? whole.length : Number(range[2]) + 1);
  response.writeHead(range === null ? 200 : 206, {
    ...dated,
    'content-length': part.length,
    'x-ms-blob-type': 'BlockBlob',
    ...(range === null ? {} : { 'content-range': `bytes ${range[1]}-${range[2]}/${whole.length}` }),
  });
  response.end(method === 'HEAD' ? undefined : part);
}

function origin(): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Asks a worker that has `bundles` beside it. */
async function ask(question: WorkerQuestion, bundles: readonly string[]): Promise<WorkerAnswer> {
  const beside = join(folder, 'dist');
  mkdirSync(beside, { recursive: true });
  for (const name of ['store-worker', ...bundles]) copyFileSync(join(dist, `${name}.cjs`), join(beside, `${name}.cjs`));
  for (const name of ['root', 'temp']) mkdirSync(join(folder, name), { recursive: true });
  const worker = fork(join(beside, 'store-worker.cjs'), {
    cwd: join(folder, 'root'),
    execArgv: [],
    silent: true,
    env: {
      PATH: process.env['PATH'],
      GITHUB_WORKSPACE: join(folder, 'root'),
      RUNNER_TEMP: join(folder, 'temp'),
      ACTIONS_CACHE_SERVICE_V2: 'true',
      ACTIONS_RESULTS_URL: `${origin()}/`,
      ACTIONS_RUNTIME_TOKEN: 'none',
      HTTP_PROXY: origin(),
      NO_PROXY: '127.0.0.1',
    },
  });
  let output = '';
  for (const stream of [worker.stdout, worker.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  worker.send(question);
  const [[reply]] = await Promise.all([
    Promise.race([
      once(worker, 'message'),
      once(worker, 'exit').then(([code]) => Promise.reject(new Error(`the worker ended with ${code}: ${output}`))),
    ]),
    once(worker, 'close'),
  ]);
  if ((reply as WorkerAnswer).error !== null) throw new Error(`${(reply as WorkerAnswer).error}: ${output}`);
  return reply as WorkerAnswer;
}

test('a look-up that finds nothing takes no bundle but its own', async () => {
  const question = { ask: 'fetch', kind: 'build', key: 'key', prefixes: ['k'] } as const;
  expect(await ask(question, [])).toEqual({ error: null, matchedKey: null, saved: false });
  expect(stored).toEqual([]);
});

test('what was saved comes back, by the client for the storage that is loaded only then', async () => {
  const [root, content] = [join(folder, 'root'), 'x'.repeat(100_000)];
  mkdirSync(join(root, 'build'), { recursive: true });
  writeFileSync(join(root, 'build/file'), content);
  const put = await ask({ ask: 'put', kind: 'build', key: 'key-1', prefixes: [] }, ['storage-blob']);
  expect(put).toEqual({ error: null, matchedKey: null, saved: true });
  expect(stored).toEqual(['PUT /container/blob']);

  rmSync(join(root, 'build'), { recursive: true });
  const fetched = await ask({ ask: 'fetch', kind: 'build', key: 'key', prefixes: ['k'] }, ['storage-blob']);
  expect(fetched).toEqual({ error: null, matchedKey: 'key-1', saved: false });
  expect(readFileSync(join(root, 'build/file'), 'utf8')).toBe(content);
  expect(stored.slice(1)).toEqual(['HEAD /container/blob', 'GET /container/blob']);
});

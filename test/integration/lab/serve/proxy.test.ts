/** The proxy of a sandbox, as a separate process on a loopback port. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

let root: string;
let proxy: ChildProcess | undefined;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'proxy-'));
  await writeFile(join(root, 'list'), 'v1.0.0\n');
  await writeFile(join(root, 'v1.0.0.zip'), 'zip');
});
afterEach(async () => {
  proxy?.kill('SIGKILL');
  await rm(root, { recursive: true });
});

async function start(treat: string): Promise<string> {
  const port = await freePort();
  const program = join(import.meta.dirname, '../../../../src/lab/serve/proxy.ts');
  const options = [
    '--root',
    root,
    '--port',
    `${port}`,
    '--match',
    '\\.zip$',
    '--treat',
    treat,
    '--log',
    join(root, 'log'),
  ];
  proxy = spawn(process.execPath, [program, ...options], { stdio: ['ignore', 'pipe', 'inherit'] });
  if (proxy.stdout !== null) await once(proxy.stdout, 'data');
  return `http://127.0.0.1:${port}`;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

test('other requests are served unchanged, a missing file is 404, and nothing outside the folder is served', async () => {
  const url = await start('stall');
  expect(await (await fetch(`${url}/list`)).text()).toBe('v1.0.0\n');
  expect((await fetch(`${url}/v1.0.0.info`)).status).toBe(404);
  expect((await fetch(`${url}/%2e%2e/%2e%2e/etc/passwd`)).status).toBe(404);
});

test('a stalled request is never answered, and is logged', async () => {
  const url = await start('stall');
  await expect(fetch(`${url}/v1.0.0.zip`, { signal: AbortSignal.timeout(300) })).rejects.toThrow(/timeout/i);
  expect(await readFile(join(root, 'log'), 'utf8')).toMatch(/^at \d{10}\.\d{3}\nstruck \/v1\.0\.0\.zip\n$/);
});

test('a request is cut off', async () => {
  const url = await start('reset');
  await expect(fetch(`${url}/v1.0.0.zip`)).rejects.toThrow();
});

test('a request is refused with a status', async () => {
  const url = await start('500');
  expect((await fetch(`${url}/v1.0.0.zip`)).status).toBe(500);
});

test('a slow answer arrives whole', async () => {
  const url = await start('slow');
  expect(await (await fetch(`${url}/v1.0.0.zip`)).text()).toBe('zip');
});

test('a late request is logged first, then answered correctly', async () => {
  const url = await start('late');
  const answer = fetch(`${url}/v1.0.0.zip`);
  while (!(await readFile(join(root, 'log'), 'utf8').catch(() => '')).includes('struck /v1.0.0.zip')) {
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(await (await answer).text()).toBe('zip');
});

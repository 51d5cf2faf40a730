/** A real gopls with debug pages, from a shell whose proxy is for elsewhere. */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { matrixVersions } from '../../../src/cli/matrix-versions.ts';
import type { GoplsFact } from '../../../src/doctor/facts/gopls/look-at-gopls.ts';
import { provisionGopls } from '../../../src/go/provision/provision-gopls.ts';
import { broughtOrNull } from '../../e2e/tools/a-go-tool.ts';
import { scratchDir } from '../../unit/go/tiny-go.ts';
import { anHttpProxy } from '../go/an-authority.ts';

const newest = matrixVersions().gopls.at(-1);
const gopls = await broughtOrNull(() => provisionGopls(newest?.gopls ?? '', { env: process.env }));
const outside = Object.values(networkInterfaces())
  .flat()
  .find((one) => one?.family === 'IPv4' && !one.internal)?.address;
const looker = new URL('../../../src/doctor/facts/gopls/look-at-gopls.ts', import.meta.url).href;

async function look(pid: number | undefined, env: NodeJS.ProcessEnv, limitMs = 20_000): Promise<GoplsFact> {
  const code = `import { lookAtGopls } from ${JSON.stringify(looker)};
    console.log(JSON.stringify(await lookAtGopls(${pid}, ${limitMs}, null)));`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', code], { env });
  return JSON.parse(stdout);
}

test.skipIf(gopls === null).each([
  ['this machine alone can reach', '127.0.0.1'],
  ['others can reach too', outside],
])('a gopls whose debug pages %s is asked directly, whatever proxy and .netrc say', async (_, host) => {
  if (gopls === null || host === undefined) return;
  await using proxy = await anHttpProxy(() => null);
  await using home = await scratchDir();
  await writeFile(join(home.path, '.netrc'), `machine ${host} login me password s3cret\n`);
  const env = { PATH: process.env['PATH'], HOME: home.path };
  const server = spawn(gopls.path, [`-debug=${host}:0`, 'serve', '-listen=127.0.0.1:0'], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  try {
    for await (const line of createInterface(server.stderr)) if (line.includes('debug')) break;
    const proxies = { HTTP_PROXY: proxy.url, http_proxy: proxy.url, NODE_USE_ENV_PROXY: '1' };
    const { debug } = await look(server.pid, { ...env, ...proxies });
    expect(debug).toMatch(`${host}:`);
    expect(proxy.asked).toEqual([]);
  } finally {
    server.kill();
    await once(server, 'close');
  }
});

test('a process with a port that speaks no HTTP, one that is silent and one that redirects has no debug pages', async () => {
  for (const answer of ['SSH-2.0-x\r\n', null, 'HTTP/1.1 302 Found\r\nlocation: ftp://elsewhere/\r\n\r\n']) {
    const server = createServer((socket) => {
      socket.on('error', () => socket.destroy());
      if (answer !== null) socket.end(answer);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { debug } = await look(process.pid, process.env, 300);
    expect([answer, debug]).toEqual([answer, null]);
    server.close();
  }
});

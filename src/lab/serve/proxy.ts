/**
 * The program `proxy` of a sandbox: serves a folder over HTTP on the loopback, like a module proxy with a
 * checksum database, except for requests that it must mistreat. Each of those is a line in the log.
 */
import { createReadStream } from 'node:fs';
import { appendFile, stat } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import { join, normalize } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { errnoOf } from '../../errors.ts';

const { values } = parseArgs({
  options: {
    root: { type: 'string', default: '.' },
    port: { type: 'string', default: '8080' },
    /** A regular expression for the request path. */
    match: { type: 'string', default: '^$' },
    /** How to mistreat them: stall, slow, late, reset, 401, 404, 500. */
    treat: { type: 'string', default: 'stall' },
    log: { type: 'string', default: '/dev/null' },
  },
});
const bad = new RegExp(values.match);

const server = createServer((request, response) => {
  const path = decodeURIComponent(new URL(request.url ?? '/', 'http://proxy').pathname);
  answer(path, response).catch((error: unknown) => {
    response.destroy(error instanceof Error ? error : undefined);
  });
});

async function answer(path: string, response: ServerResponse): Promise<void> {
  if (!bad.test(path)) return await serve(path, response, null);
  await appendFile(values.log, `at ${(Date.now() / 1000).toFixed(3)}\nstruck ${path}\n`);
  switch (values.treat) {
    case 'stall':
      // Never answers; the connection stays open.
      return;
    case 'slow':
      return await serve(path, response, 16);
    case 'late':
      await setTimeout(2000);
      return await serve(path, response, null);
    case 'reset':
      response.socket?.resetAndDestroy();
      return;
    default:
      response.writeHead(Number(values.treat)).end(`${values.treat} on purpose\n`);
  }
}

/** @param bytesPerSecond null: unlimited. */
async function serve(path: string, response: ServerResponse, bytesPerSecond: number | null): Promise<void> {
  const file = join(values.root, normalize(`/${path}`));
  const size = await sizeOf(file);
  if (size === null) {
    response.writeHead(404).end('not found\n');
    return;
  }
  response.writeHead(200, { 'content-length': size });
  if (bytesPerSecond === null) {
    createReadStream(file).pipe(response);
    return;
  }
  for await (const chunk of createReadStream(file, { highWaterMark: 1 })) {
    if (response.destroyed) return;
    response.write(chunk);
    await setTimeout(1000 / bytesPerSecond);
  }
  response.end();
}

async function sizeOf(file: string): Promise<number | null> {
  try {
    const found = await stat(file);
    return found.isFile() ? found.size : null;
  } catch (error) {
    if (errnoOf(error) === 'ENOENT' || errnoOf(error) === 'ENOTDIR') return null;
    throw error;
  }
}

server.listen(Number(values.port), '127.0.0.1', () => process.stdout.write('listening\n'));

/**
 * A module proxy that serves a folder (such as GOMODCACHE/cache/download). It can be as slow as a healthy one sometimes
 * is: a late first byte, a low rate. It speaks HTTP/1.1, or TLS, over which go uses HTTP/2.
 */
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createSecureServer } from 'node:http2';
import { join, normalize } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export interface SlowProxy extends AsyncDisposable {
  readonly url: string;
}

export interface Pace {
  /** Delay before the first byte of a zip. */
  readonly firstByteMs?: number;
  /** Rate of a zip. */
  readonly bytesPerSecond?: number;
}

/** @param certificate null: without TLS. */
export async function aSlowProxy(root: string, pace: Pace, certificate: Certificate | null): Promise<SlowProxy> {
  const answer = (
    request: Pick<IncomingMessage, 'url'>,
    response: Pick<ServerResponse, 'writeHead' | 'write' | 'end'>,
  ) => serve(root, pace, request.url ?? '/', response).catch(() => undefined);
  const server =
    certificate === null
      ? createServer(answer)
      : createSecureServer(
          { cert: await readFile(certificate.cert), key: await readFile(certificate.key), allowHTTP1: true },
          (request, response) => void answer(request, response as unknown as ServerResponse),
        );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  return {
    url: `${certificate === null ? 'http' : 'https'}://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: async () => {
      server.close();
      if ('closeAllConnections' in server) server.closeAllConnections();
    },
  };
}

/** Paths of PEM files. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

/** A self-signed certificate for 127.0.0.1; go accepts it with SSL_CERT_FILE. */
export function aCertificate(folder: string): Certificate {
  const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
  const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'];
  const kind = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'];
  execFileSync('openssl', [...kind, '-out', cert, '-keyout', key, ...subject], { stdio: 'ignore' });
  return { cert, key };
}

async function serve(
  root: string,
  { firstByteMs = 0, bytesPerSecond }: Pace,
  url: string,
  response: Pick<ServerResponse, 'writeHead' | 'write' | 'end'>,
): Promise<void> {
  const path = join(root, normalize(decodeURIComponent(url)));
  const size = await stat(path).then(
    (found) => (found.isFile() ? found.size : null),
    () => null,
  );
  if (size === null) {
    response.writeHead(404);
    response.end('not found\n');
    return;
  }
  const zip = path.endsWith('.zip');
  if (zip) await sleep(firstByteMs);
  response.writeHead(200, { 'content-length': size });
  const rate = zip ? bytesPerSecond : undefined;
  for await (const chunk of createReadStream(path, { highWaterMark: rate === undefined ? 65_536 : rate / 4 })) {
    response.write(chunk);
    if (rate !== undefined) await sleep(250);
  }
  response.end();
}

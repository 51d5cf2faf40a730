import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer as createHttpServer } from 'node:http';
import { createServer } from 'node:https';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { join } from 'node:path';

/** A test's own certificate authority. Only programs that get its file trust it. */
export interface Authority {
  readonly caFile: string;
  readonly certificate: (names: readonly string[]) => Promise<{ readonly key: string; readonly cert: string }>;
}

export async function anAuthority(dir: string): Promise<Authority> {
  const openssl = (...args: readonly string[]) => execFileSync('openssl', args, { cwd: dir, stdio: 'pipe' });
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  openssl('req', '-x509', ...key, '-days', '2', '-subj', '/CN=a test', '-keyout', 'ca.key', '-out', 'ca.pem');
  let made = 0;
  return {
    caFile: join(dir, 'ca.pem'),
    certificate: async (names) => {
      const name = `leaf${made++}`;
      const alternatives = names.map((one) => (/^[\d.]+$/.test(one) ? `IP:${one}` : `DNS:${one}`)).join(',');
      await writeFile(join(dir, `${name}.ext`), `subjectAltName=${alternatives}\n`);
      openssl('req', ...key, '-subj', `/CN=${names[0]}`, '-keyout', `${name}.key`, '-out', `${name}.csr`);
      const by = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-days', '2'];
      openssl('x509', '-req', '-in', `${name}.csr`, ...by, '-extfile', `${name}.ext`, '-out', `${name}.pem`);
      const [secret, cert] = await Promise.all(
        [`${name}.key`, `${name}.pem`].map((file) => readFile(join(dir, file), 'utf8')),
      );
      return { key: secret ?? '', cert: cert ?? '' };
    },
  };
}

type Answer = (path: string, response: ServerResponse, request: IncomingMessage) => void;

export interface SecureServer extends AsyncDisposable {
  readonly port: number;
  /** The requested paths with their Authorization headers, in order. */
  readonly asked: readonly { readonly path: string; readonly authorization: string | undefined }[];
}

/** An https server on 127.0.0.1, closed at the end of its block. */
export async function serveSecurely(
  identity: { readonly key: string; readonly cert: string },
  answer: Answer,
): Promise<SecureServer> {
  const asked: { path: string; authorization: string | undefined }[] = [];
  const server = createServer(identity, (request, response) => {
    const path = request.url ?? '';
    asked.push({ path, authorization: request.headers.authorization });
    answer(path, response, request);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export interface HttpProxy extends AsyncDisposable {
  readonly url: string;
  /** "CONNECT host:port" or "GET http://host/path", in order. */
  readonly asked: readonly string[];
  readonly authorizations: readonly (string | undefined)[];
}

/**
 * An HTTP proxy on 127.0.0.1, closed at the end of its block. Host names need not exist.
 *
 * @param at maps a host to a port of this machine; null: the proxy answers 403.
 */
export async function anHttpProxy(at: (host: string) => number | null): Promise<HttpProxy> {
  const asked: string[] = [];
  const authorizations: (string | undefined)[] = [];
  const sockets = new Set<Socket>();
  const server = createHttpServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    authorizations.push(request.headers['proxy-authorization']);
    response.end(`by proxy ${request.url}\n`);
  });
  server.on('connect', (request, socket: Socket) => {
    asked.push(`CONNECT ${request.url}`);
    authorizations.push(request.headers['proxy-authorization']);
    sockets.add(socket);
    const port = at((request.url ?? '').replace(/:\d+$/, ''));
    if (port === null) return void socket.end('HTTP/1.1 403 Not this host\r\nconnection: close\r\n\r\n');
    const there = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      there.pipe(socket).pipe(there);
    });
    sockets.add(there);
    for (const one of [socket, there]) one.on('error', () => there.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    authorizations,
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

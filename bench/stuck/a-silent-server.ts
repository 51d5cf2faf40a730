/** Module proxies that answer some requests and stay silent on others. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import type { Stuck } from './stuck.ts';

export const moduleFiles: Readonly<Record<string, string>> = {
  '/example.com/one/@v/v1.0.0.mod': 'module example.com/one\n',
  '/example.com/one/@v/v1.0.0.info': '{"Version":"v1.0.0"}',
  '/example.com/two/@v/v1.0.0.mod': 'module example.com/two\n',
  '/example.com/two/@v/v1.0.0.info': '{"Version":"v1.0.0"}',
};
export const toolchainFiles: Readonly<Record<string, string>> = {
  '/golang.org/toolchain/@v/v0.0.1-go1.99.1.linux-amd64.mod': 'module golang.org/toolchain\n',
  '/golang.org/toolchain/@v/v0.0.1-go1.99.1.linux-amd64.info': '{"Version":"v0.0.1-go1.99.1.linux-amd64"}',
};

export interface TcpServer {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/**
 * @param silent paths that get no answer.
 * @param first how many bytes of their body arrive before the silence; null: no byte, and no header.
 */
export async function aServer(
  silent: RegExp,
  first: number | null = null,
  files: Readonly<Record<string, string>> = moduleFiles,
): Promise<TcpServer> {
  const server: Server = createServer((socket) => {
    socket.on('error', () => undefined);
    let text = '';
    socket.setEncoding('latin1').on('data', (data: string) => {
      text += data;
      for (let end = text.indexOf('\r\n\r\n'); end >= 0; end = text.indexOf('\r\n\r\n')) {
        const path = text.split(' ')[1] ?? '';
        text = text.slice(end + 4);
        const body = files[path];
        if (silent.test(path)) {
          if (first !== null) socket.write(`HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n${'x'.repeat(first)}`);
          return;
        }
        const status = body === undefined ? '404 Not Found' : '200 OK';
        socket.write(`HTTP/1.1 ${status}\r\nContent-Length: ${body?.length ?? 0}\r\n\r\n${body ?? ''}`);
      }
    });
    sockets.add(socket);
  });
  const sockets = new Set<{ destroy(): void }>();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as { port: number }).port,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((done) => server.close(done));
    },
  };
}

export function alsoClosing(stuck: Stuck, server: TcpServer): Stuck {
  return {
    pid: stuck.pid,
    [Symbol.asyncDispose]: async () => {
      await stuck[Symbol.asyncDispose]();
      await server.close();
    },
  };
}

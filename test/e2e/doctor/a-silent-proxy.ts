import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface SilentProxy extends Disposable {
  readonly server: Server;
  readonly port: number;
}

/** A module proxy that names each module at once and never sends its zip: go holds the module's lock meanwhile. */
export async function aSilentProxy(): Promise<SilentProxy> {
  const server = createServer(({ url = '' }, answer) => {
    if (url.endsWith('.info')) answer.end('{"Version":"v1.0.0"}');
    if (url.endsWith('.mod')) answer.end('module example.com/dep\n');
  }).listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  const { port } = server.address() as AddressInfo;
  return {
    server,
    port,
    [Symbol.dispose]: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

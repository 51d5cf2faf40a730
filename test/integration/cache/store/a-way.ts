/** A way to a real server: it passes each request on, or lets it fail as a network and a balancer do. */
import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What becomes of a request. "broken": its connection ends. "cut": its answer breaks off after the first piece. */
export type Fate = 'passes' | 'broken' | 'overloaded' | 'cut';

export interface AWay extends AsyncDisposable {
  /** "http://127.0.0.1:PORT" */
  readonly endpoint: string;
  /** What the server has answered: bytes of the bodies that came this way. */
  readonly answeredBytes: () => number;
}

/** @param fateOf asked once for each request, "GET /bucket?list-type=2"; it may take its time */
export async function aWay(to: string, fateOf: (asked: string) => Fate | Promise<Fate>): Promise<AWay> {
  let answeredBytes = 0;
  const server = createServer(async (incoming, outgoing) => {
    const { method = 'GET', headers, url = '/' } = incoming;
    const fate = await fateOf(`${method} ${url}`);
    if (fate === 'broken') return void incoming.socket.destroy();
    if (fate === 'overloaded') {
      incoming.resume().on('end', () => outgoing.writeHead(503, { 'retry-after': '0' }).end());
      return;
    }
    const onwards = request(new URL(url, to), { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.on('error', () => outgoing.destroy());
      answer.on('data', (chunk: Buffer) => (answeredBytes += chunk.length));
      if (fate === 'cut') answer.once('data', (chunk) => outgoing.write(chunk, () => outgoing.destroy()));
      else answer.pipe(outgoing);
    });
    onwards.on('error', () => outgoing.destroy());
    incoming.on('error', () => onwards.destroy());
    incoming.pipe(onwards);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    answeredBytes: () => answeredBytes,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

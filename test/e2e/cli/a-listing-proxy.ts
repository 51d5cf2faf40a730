/** A module proxy that lists two Go versions but has neither. */
import { createServer } from 'node:http';

export async function aListingProxy(): Promise<{ readonly url: string } & AsyncDisposable> {
  const list = ['1.26.1', '1.27.0'].map((version) => `v0.0.1-go${version}.${process.platform}-amd64\n`).join('');
  const both = list + list.replaceAll('amd64', 'arm64');
  const server = createServer((request, response) => {
    const found = request.url?.endsWith('/@v/list') === true;
    response.writeHead(found ? 200 : 404).end(found ? both : 'not found\n');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

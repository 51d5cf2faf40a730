import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { deleteReplaced } from '../../../../src/action/caches/delete-replaced.ts';

async function aService(status: number) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url} ${request.headers.authorization}`);
    response.writeHead(status).end('{}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const env = {
    GITHUB_API_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    GITHUB_REPOSITORY: 'o/r',
    GITHUB_REF: 'refs/heads/main',
  };
  return { asked, env, [Symbol.dispose]: () => server.close() };
}

test('the archive of that very key and branch is deleted', async () => {
  using service = await aService(200);
  expect(await deleteReplaced('build-1-a+b', 'secret', service.env)).toBeNull();
  expect(service.asked).toEqual([
    'DELETE /repos/o/r/actions/caches?key=build-1-a%2Bb&ref=refs%2Fheads%2Fmain Bearer secret',
  ]);
});

test('one that is gone already is gone', async () => {
  using service = await aService(404);
  expect(await deleteReplaced('k', 'secret', service.env)).toBeNull();
});

test('a job without the permission is told so, and another answer as it is', async () => {
  using forbidden = await aService(403);
  expect(await deleteReplaced('k', 'secret', forbidden.env)).toBe('the job lacks the permission actions:write');
  using broken = await aService(502);
  expect(await deleteReplaced('k', 'secret', broken.env)).toBe('the service answered 502');
});

test('without a token nothing is asked, and without a service nothing is thrown', async () => {
  using service = await aService(200);
  expect(await deleteReplaced('k', '', service.env)).toMatch(/no token/);
  expect(service.asked).toEqual([]);
  expect(await deleteReplaced('k', 'secret', { ...service.env, GITHUB_API_URL: 'http://127.0.0.1:1' })).not.toBeNull();
});

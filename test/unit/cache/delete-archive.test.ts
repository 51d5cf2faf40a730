import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { deleteArchive } from '../../../src/cache/delete-archive.ts';

/** Answers with `status` and writes down what it was asked. Not tested: GitHub itself. */
let server: Server;
let status: number;
let asked: readonly (string | undefined)[];
beforeEach(async () => {
  server = createServer((request, response) => {
    asked = [request.method, request.url, request.headers.authorization];
    response.writeHead(status).end('{}');
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
});
afterEach(() => {
  server.close();
});

const owner = () => ({
  apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  repository: 'o/r',
  token: 't',
  ref: 'refs/heads/main',
});

it('asks for one key of one branch, with the token', async () => {
  status = 200;
  expect(await deleteArchive('unlatch-build-1-x', owner())).toMatchObject({ deleted: true });
  expect(asked).toEqual([
    'DELETE',
    '/repos/o/r/actions/caches?key=unlatch-build-1-x&ref=refs%2Fheads%2Fmain',
    'Bearer t',
  ]);
});

it.each([
  [404, /not there/],
  [403, /actions: write/],
  [500, /answered 500/],
])('says why not when the answer is %d', async (answer, why) => {
  status = answer;
  expect(await deleteArchive('k', owner())).toEqual({ deleted: false, why: expect.stringMatching(why) });
});

it('does not throw when nobody answers', async () => {
  const nobody = { ...owner(), apiUrl: 'http://127.0.0.1:9' };
  expect((await deleteArchive('k', nobody)).deleted).toBe(false);
});

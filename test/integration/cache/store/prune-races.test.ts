/** What `prune` asks of the place, and what it must not take away although its listing is older than a save. */

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { usePath } from '../../../../src/cache/store/pool/names.ts';
import { openPool } from '../../../../src/cache/store/pool/open-pool.ts';
import type { Pool } from '../../../../src/cache/store/pool/pool.ts';
import { poolStore } from '../../../../src/cache/store/pool/pool-store.ts';
import { prunePool } from '../../../../src/cache/store/pool/prune.ts';
import { broughtOrNull } from '../../../e2e/tools/a-go-tool.ts';
import { fetched, keyOf, main, put } from './a-pool.ts';
import { aWay } from './a-way.ts';
import { type AnS3Server, anS3Server } from './an-s3-server.ts';
import { timePasses } from './time-passes.ts';

const { signal } = new AbortController();
const server: AnS3Server | null = process.platform === 'linux' ? await broughtOrNull(() => anS3Server()) : null;
const folder = await mkdtemp(join(tmpdir(), 'races-'));
afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});
const all = { maxAgeMs: null, maxBytes: null, dryRun: false };

it.skipIf(server === null)('prune lists a bucket once, a thousand names with each request', async () => {
  if (server === null) return;
  const asked: string[] = [];
  await using way = await aWay(server.endpoint, (one) => {
    asked.push(one);
    return 'passes';
  });
  Object.assign(process.env, server.env);
  const pool = await openPool(`s3://${server.bucket}/counted?endpoint=${way.endpoint}`, process.env, signal);
  for (const name of ['a', 'b']) await put(poolStore(pool, main, signal), keyOf(`${name}-`, 1), 'content');
  for (let pull = 0; pull < 2000; pull++) {
    const use = usePath({ by: `pulls/${pull}`, scope: 'heads/main', slot: 'a-' });
    const file = join(server.folder, 'counted', ...use.split('/'));
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, '.');
  }

  asked.length = 0;
  const report = await prunePool(pool, all, signal);
  expect(report.kept.archives).toBe(2);
  expect(
    asked.filter((one) => one.includes('list-type=2')),
    '2004 names',
  ).toHaveLength(3);
  expect(
    asked.filter((one) => one.startsWith('GET') && /[?&]uploads/.test(one)),
    'unfinished uploads',
  ).toHaveLength(1);
  expect((await pool.contents()).uses, 'each page was read').toHaveLength(2000);
});

const places = [
  { where: 'a folder', isThere: true, address: folder },
  { where: 'a bucket of S3', isThere: server !== null, address: `s3://${server?.bucket}/races` },
];

it.each(places.filter(({ isThere }) => isThere))(
  'in $where, what a job saves after the listing stays, however old what it replaces',
  async ({ address }) => {
    Object.assign(process.env, server?.env ?? {});
    const pool = await openPool(address, process.env, signal);
    const store = poolStore(pool, main, signal);
    await put(store, keyOf('a-', 1), 'old');
    /** S3 tells times in whole seconds. */
    const graceMs = 4000;
    await timePasses(pool, graceMs + 1000);
    /** A job saves between the listing and all that `prune` reads after it. */
    const raced: Pool = {
      ...pool,
      contents: async () => {
        const contents = await pool.contents();
        await put(store, keyOf('a-', 2), 'new');
        return contents;
      },
    };
    const report = await prunePool(raced, { ...all, maxAgeMs: 0 }, signal, graceMs);
    expect(report.retired).toEqual([]);
    expect((await fetched(store, 'a-'))[1]).toBe('new');
  },
);

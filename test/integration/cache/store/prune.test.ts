/** What `prune` takes away from a pool, and what it leaves, in each place that a pool can be in. */
import { randomBytes } from 'node:crypto';
import { appendFile, readdir, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { CreateMultipartUploadCommand, S3Client } from '@aws-sdk/client-s3';
import pLimit from 'p-limit';
import { describe, expect, it } from 'vitest';
import { inventoryOf } from '../../../../src/cache/store/pool/inventory.ts';
import { openPool } from '../../../../src/cache/store/pool/open-pool.ts';
import { poolStore } from '../../../../src/cache/store/pool/pool-store.ts';
import { prunePool } from '../../../../src/cache/store/pool/prune.ts';
import { fetched, keyOf, main, pullRequest, put, untrusted } from './a-pool.ts';
import type { AnS3Server } from './an-s3-server.ts';
import { poolPlaces } from './pool-places.ts';
import { timePasses } from './time-passes.ts';

const { signal } = new AbortController();
const { server, freshFolder, places } = await poolPlaces();

// They wait for most of their time.
describe.concurrent.each(places)('in $where', ({ isThere, fresh }) => {
  const test = it.skipIf(!isThere);
  const aPool = async () => {
    const pool = await openPool(await fresh(), process.env, signal);
    return { pool, storeFor: (access = main) => poolStore(pool, access, signal) };
  };
  /** S3 tells times in whole seconds. */
  const graceMs = 4000;
  const all = { maxAgeMs: null, maxBytes: null, dryRun: false };

  test('prune takes away by age and by bytes, the oldest first, and leaves no orphan', async () => {
    const { pool, storeFor } = await aPool();
    for (const name of ['a', 'b', 'c']) await put(storeFor(), keyOf(`${name}-`, 1), randomBytes(1000));
    const own = import.meta.filename;
    await pool.upload({ scope: 'heads/main', id: 'f00.ba' }, own, (await stat(own)).size);
    const dry = await prunePool(pool, { ...all, maxBytes: 2500, dryRun: true }, signal);
    expect(dry).toMatchObject({
      retired: [{ why: 'those used after it take all the bytes' }],
      removed: { objects: 0 },
    });
    const young = await prunePool(pool, all, signal);
    expect(young).toMatchObject({
      retired: [],
      removed: { objects: 0 },
      waiting: { objects: 1 },
      kept: { archives: 3 },
    });
    expect((await pool.contents()).objects).toHaveLength(4);
    await timePasses(pool, graceMs);
    const full = await prunePool(pool, { ...all, maxBytes: 2500 }, signal, graceMs);
    expect(full).toMatchObject({ kept: { archives: 2 } });
    // A prune that is slow leaves old objects to the next one; what it has just retired it always leaves.
    expect(full.removed.objects, 'what was retired just now waits').toBeLessThanOrEqual(1);
    await timePasses(pool, graceMs);
    for (; (await pool.contents()).objects.length > 2; await timePasses(pool, 100)) {
      await prunePool(pool, all, signal, graceMs);
    }
    await prunePool(pool, { ...all, maxAgeMs: 0 }, signal, graceMs);
    expect((await pool.contents()).objects).toHaveLength(2);
    await timePasses(pool, graceMs);
    for (; (await pool.contents()).pointers.length > 0; await timePasses(pool, 100)) {
      await prunePool(pool, all, signal, graceMs);
    }
    expect([(await pool.contents()).objects, (await pool.contents()).pointers]).toEqual([[], []]);
  });

  test('what is restored stays as long as it is, also by a job that cannot write it, and the others go', async () => {
    const { pool, storeFor } = await aPool();
    for (const name of ['a', 'b', 'c', 'd']) await put(storeFor(), keyOf(`${name}-`, 1), 'content');
    await timePasses(pool, graceMs);
    await fetched(storeFor(), 'a-');
    await fetched(storeFor(pullRequest), 'b-');
    expect((await fetched(storeFor(untrusted), 'c-'))[1], 'who may note nothing reads all the same').toBe('content');
    const uses = (await pool.contents()).uses.map(({ by, scope, slot }) => `${by}: ${scope} ${slot}`);
    expect(uses.sort()).toEqual(['heads/main: heads/main a-', 'pulls/7: heads/main b-']);
    const told = await inventoryOf(pool, await pool.nowMs(), signal);
    expect(told.archives.map(({ key, alive }) => [key[0], alive]).sort()).toEqual([
      ['a', 'the newest of its key on heads/main; restored within a day by a job of heads/main'],
      ['b', 'the newest of its key on heads/main; restored within a day by a job of pulls/7'],
      ['c', 'the newest of its key on heads/main'],
      ['d', 'the newest of its key on heads/main'],
    ]);
    const full = await prunePool(pool, { ...all, maxBytes: 1 }, signal);
    expect(
      full.retired
        .map(({ key }) => key[0])
        .slice(0, 2)
        .sort(),
      'the used ones last',
    ).toEqual(['a', 'b']);
  });

  test('only the newest note of a use keeps an archive, and it goes with it', async () => {
    const { pool, storeFor } = await aPool();
    for (const name of ['a', 'b', 'c']) await put(storeFor(), keyOf(`${name}-`, 1), 'content');
    await fetched(storeFor(pullRequest), 'a-');
    // The server's Date may be a second behind its files.
    await timePasses(pool, graceMs + 2000);
    await fetched(storeFor(), 'a-');
    await fetched(storeFor(), 'b-');
    await storeFor().forget?.(keyOf('b-', 1));
    await prunePool(pool, { ...all, maxAgeMs: graceMs / 2 }, signal, graceMs);
    const live = async () => (await inventoryOf(pool, await pool.nowMs(), signal)).archives.map(({ key }) => key[0]);
    expect(await live(), 'restored a moment ago').toEqual(['a']);
    const uses = async () => (await pool.contents()).uses.map(({ by, slot }) => `${by} ${slot}`).sort();
    expect(await uses()).not.toContain('pulls/7 a-');
    expect(await uses()).toContain('heads/main a-');
    await timePasses(pool, graceMs + 2000);
    await prunePool(pool, all, signal, graceMs);
    expect(await uses()).toEqual(['heads/main a-']);
  });

  test('a branch may have the name of what lies beside it', async () => {
    const { pool, storeFor } = await aPool();
    const names = ['objects', 'pointers', 'used', 'unfinished', `${'x'.repeat(180)}used`, `${'x'.repeat(180)}pointers`];
    for (const name of names) {
      const access = { ...main, readScopes: [`heads/${name}`], writeScope: `heads/${name}` };
      await put(storeFor(access), keyOf('a-', 1), name);
      expect((await fetched(storeFor(access), 'x-', ['a-']))[1]).toBe(name);
    }
    const scopes = names.map((name) => `heads/${name}`).sort();
    const scopesOf = (ones: readonly { readonly scope: string }[]) => ones.map(({ scope }) => scope).sort();
    expect(scopesOf((await pool.contents()).pointers)).toEqual(scopes);
    expect(scopesOf((await pool.contents()).objects)).toEqual(scopes);
    expect(scopesOf((await pool.contents()).uses)).toEqual(scopes);
    await timePasses(pool, graceMs);
    expect((await prunePool(pool, all, signal, graceMs)).removed).toEqual({ objects: 0, bytes: 0 });
  });

  test('what a job has replaced stays for those who are reading it, and then goes', async () => {
    const { pool, storeFor } = await aPool();
    await put(storeFor(), keyOf('a-', 1), 'first');
    await put(storeFor(), keyOf('a-', 2), 'second');
    await storeFor().forget?.(keyOf('a-', 1));
    expect((await fetched(storeFor(), 'a-'))[1], 'forgets only what it names').toBe('second');
    expect((await prunePool(pool, all, signal)).removed.objects).toBe(0);
    await storeFor().forget?.(keyOf('a-', 2));
    expect((await fetched(storeFor(), 'a-'))[0]).toEqual({ outcome: 'miss' });
    expect((await prunePool(pool, all, signal)).removed.objects).toBe(0);
    expect((await pool.contents()).objects).toHaveLength(2);
  });
});

it('what a writer left half written in a folder is never seen, and swept later', async () => {
  const folder = await freshFolder();
  const pool = await openPool(folder, {}, signal);
  await put(poolStore(pool, main, signal), keyOf('a-', 1), 'good');
  const left = join(folder, 'v1/unfinished/1-abc');
  await appendFile(left, 'half');
  expect((await pool.contents()).objects).toHaveLength(1);
  await prunePool(pool, { maxAgeMs: null, maxBytes: null, dryRun: false }, signal);
  expect(await readdir(join(folder, 'v1/unfinished'))).toEqual(['1-abc']);
  await utimes(left, 1, 1);
  const report = await prunePool(pool, { maxAgeMs: null, maxBytes: null, dryRun: false }, signal);
  expect([report.unfinished, await readdir(join(folder, 'v1/unfinished'))]).toEqual([1, []]);
});

it.skipIf(server === null)('all unfinished uploads of a bucket are swept, also beyond the first page', async () => {
  const { bucket, env } = server as AnS3Server;
  const prefix = randomBytes(4).toString('hex');
  const client = new S3Client({ endpoint: env['AWS_ENDPOINT_URL'] ?? '', region: 'us-east-1', forcePathStyle: true });
  const begin = async (index: number) => {
    await client.send(new CreateMultipartUploadCommand({ Bucket: bucket, Key: `${prefix}/v1/main/objects/${index}` }));
  };
  const atOnce = pLimit(16);
  await Promise.all(Array.from({ length: 1005 }, (_, index) => atOnce(begin, index)));
  client.destroy();
  const pool = await openPool(`s3://${bucket}/${prefix}`, process.env, signal);
  const later = Date.now() + 60_000;
  expect(await pool.sweepUnfinished(0, false)).toBe(0);
  expect(await pool.sweepUnfinished(later, false)).toBe(1005);
  expect(await pool.sweepUnfinished(later, true)).toBe(0);
});

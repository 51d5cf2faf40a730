import { randomBytes } from 'node:crypto';
import { appendFile, chmod, mkdtemp, readdir, readFile, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateMultipartUploadCommand, S3Client } from '@aws-sdk/client-s3';
import pLimit from 'p-limit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inventoryOf } from '../../../../src/cache/store/pool/inventory.ts';
import { objectPath } from '../../../../src/cache/store/pool/names.ts';
import { openPool } from '../../../../src/cache/store/pool/open-pool.ts';
import { readPointer } from '../../../../src/cache/store/pool/pointer.ts';
import type { Pool } from '../../../../src/cache/store/pool/pool.ts';
import { poolStore } from '../../../../src/cache/store/pool/pool-store.ts';
import { prunePool } from '../../../../src/cache/store/pool/prune.ts';
import { broughtOrNull } from '../../../e2e/tools/a-go-tool.ts';
import { fetched, keyOf, main, pullRequest, put, untrusted } from './a-pool.ts';
import { type AnS3Server, anS3Server } from './an-s3-server.ts';

const { signal } = new AbortController();
const server = process.platform === 'linux' ? await broughtOrNull(() => anS3Server()) : null;
let temporary: string;

beforeAll(async () => {
  temporary = await mkdtemp(join(tmpdir(), 'pools-'));
  Object.assign(process.env, server?.env ?? {});
});
afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
  await rm(temporary, { recursive: true, force: true });
});

/** Each pool, and the path of the file in which an object of it lies. */
const places = [
  {
    where: 'a folder',
    isThere: true,
    fresh: async () => await mkdtemp(join(temporary, 'folder-')),
    folderOf: (address: string) => address,
  },
  {
    where: 'a bucket of S3',
    isThere: server !== null,
    fresh: async () => `s3://${(server as AnS3Server).bucket}/${randomBytes(4).toString('hex')}`,
    folderOf: (address: string) => join((server as AnS3Server).folder, address.split('/').at(-1) ?? ''),
  },
];

describe.each(places)('in $where', ({ isThere, fresh, folderOf }) => {
  const test = it.skipIf(!isThere);
  let address: string;
  let pool: Pool;
  beforeEach(async () => {
    if (!isThere) return;
    address = await fresh();
    pool = await openPool(address, process.env, signal);
  });
  const storeFor = (access = main) => poolStore(pool, access, signal);
  /** S3 tells times in whole seconds. */
  const graceMs = 4000;
  const isOver = async (ms: number) => {
    const startMs = await pool.nowMs();
    while ((await pool.nowMs()) <= startMs + ms);
  };
  const all = { maxAgeMs: null, maxBytes: null, dryRun: false };

  test('an archive comes back as it went, and tells who saved it', async () => {
    const content = randomBytes(20 << 20).toString('latin1');
    expect(await put(storeFor(), keyOf('job-a-', 1), Buffer.from(content, 'latin1'))).toMatchObject({
      outcome: 'saved',
    });
    const [outcome, found] = await fetched(storeFor(), 'job-a-');
    expect(outcome).toMatchObject({ outcome: 'hit', matchedKey: keyOf('job-a-', 1) });
    expect(found === content).toBe(true);
    const pointer = await readPointer(pool, { scope: 'heads/main', slot: 'job-a-' });
    expect(pointer.current?.by).toEqual(main.by);
  });

  test('the newest archive that fits a prefix is found, and the longest prefix first', async () => {
    for (const [slot, content] of [
      ['a-b-old-', 'old'],
      ['a-c-', 'other'],
      ['a-b-New-', 'new'],
    ] as const) {
      await put(storeFor(), keyOf(slot, 1), content);
      // S3 tells times in whole seconds.
      const startMs = await pool.nowMs();
      while (Math.floor((await pool.nowMs()) / 1000) === Math.floor(startMs / 1000));
    }
    expect((await fetched(storeFor(), 'a-b-x-', ['a-b-', 'a-']))[1]).toBe('new');
    expect((await fetched(storeFor(), 'a-x-', ['a-x-', 'a-']))[1]).toBe('new');
    expect((await fetched(storeFor(), 'a-c-', ['a-']))[1]).toBe('other');
    expect((await fetched(storeFor(), 'b-', ['b-']))[0]).toEqual({ outcome: 'miss' });
  });

  test('keys that differ in upper and lower case alone, or are very long, are keys of their own', async () => {
    const keys = ['Job-', 'job-', `${'x'.repeat(180)}-`, `${'x'.repeat(500)}/~é..`, '..'];
    for (const [index, key] of keys.entries()) await put(storeFor(), keyOf(key, 1), `content ${index}`);
    for (const [index, key] of keys.entries()) {
      expect((await fetched(storeFor(), key))[1], key).toBe(`content ${index}`);
      expect((await fetched(storeFor(), 'none', [key]))[1], key).toMatch(/^content/);
    }
    expect((await pool.contents()).pointers.map(({ slot }) => slot).sort()).toEqual([...keys].sort());
  });

  test('a pull request reads the archives of main, and main none of a pull request', async () => {
    await put(storeFor(), keyOf('a-', 1), 'of main');
    expect((await fetched(storeFor(pullRequest), 'a-'))[1]).toBe('of main');
    await put(storeFor(pullRequest), keyOf('a-', 2), 'of the pull request');
    expect((await fetched(storeFor(pullRequest), 'a-'))[1]).toBe('of the pull request');
    expect((await fetched(storeFor(), 'a-'))[1]).toBe('of main');
    expect(await put(storeFor(untrusted), keyOf('a-', 3), 'forged')).toMatchObject({ outcome: 'failed' });
  });

  test('of writers that start from the same version one wins, whatever they are', async () => {
    const name = { scope: 'heads/main', slot: 'x-' };
    const race = async (expected: string | null, turn: number) =>
      await Promise.all(Array.from({ length: 16 }, (_, one) => pool.move(name, `${turn} ${one}`, expected)));
    let version: string | null = null;
    for (let turn = 0; turn < 5; turn++) {
      const won = await race(version, turn);
      expect(won.filter(Boolean)).toHaveLength(1);
      const now = await pool.read(name);
      expect(now?.text).toBe(`${turn} ${won.indexOf(true)}`);
      version = now?.version ?? null;
    }
    expect(await race('99', 9)).not.toContain(true);
    expect(await pool.drop(name, version ?? '')).toBe(true);
    expect(await race(version, 10)).not.toContain(true);
    expect((await race(null, 11)).filter(Boolean)).toHaveLength(1);
  });

  test('many that join one archive lose nothing', async () => {
    const slot = 'shared-';
    const join1 = async (own: string): Promise<void> => {
      const store = storeFor();
      for (;;) {
        const [outcome, before] = await fetched(store, slot);
        const after = outcome.outcome === 'hit' ? outcome.matchedKey : '';
        const key = keyOf(slot, randomBytes(4).readUInt32BE());
        const saved = await put(store, key, `${before ?? ''}${own};`, after);
        if (saved.outcome === 'saved') return;
        expect(saved.outcome).toBe('moved');
      }
    };
    await Promise.all(Array.from({ length: 8 }, (_, index) => join1(String(index))));
    const parts = (await fetched(storeFor(), slot))[1]?.split(';').filter((part) => part !== '');
    expect(parts?.sort()).toEqual(['0', '1', '2', '3', '4', '5', '6', '7']);
    expect((await pool.contents()).objects, 'what lost a race is gone, and what was replaced waits').toHaveLength(8);
  });

  test('a poisoned object is refused by its digest, and the next save replaces it', async () => {
    await put(storeFor(), keyOf('a-', 1), 'good');
    const [object] = (await pool.contents()).objects;
    if (object === undefined) throw new Error('no object');
    const file = join(folderOf(address), ...objectPath(object).split('/'));
    const content = await readFile(file);
    content[content.length - 1] = (content.at(-1) ?? 0) ^ 1;
    await writeFile(file, content);
    expect((await fetched(storeFor(untrusted), 'a-'))[0]).toMatchObject({
      outcome: 'failed',
      why: expect.stringMatching(/refused the archive.*SHA-256/),
    });
    expect((await fetched(storeFor(), 'a-'))[0]).toMatchObject({ outcome: 'failed' });
    expect(await put(storeFor(), keyOf('a-', 1), 'good')).toMatchObject({ outcome: 'saved' });
    expect((await fetched(storeFor(), 'a-'))[1]).toBe('good');
  });

  test('an object that is cut short or gone damages no restore', async () => {
    await put(storeFor(), keyOf('a-old-', 1), 'old');
    await put(storeFor(), keyOf('a-new-', 1), 'new');
    const { current } = await readPointer(pool, { scope: 'heads/main', slot: 'a-new-' });
    const object = { scope: 'heads/main', id: current?.object ?? '' };
    await truncate(join(folderOf(address), ...objectPath(object).split('/')), 10);
    expect((await fetched(storeFor(untrusted), 'a-new-'))[0]).toMatchObject({ outcome: 'failed' });
    await pool.remove(object);
    expect((await fetched(storeFor(), 'a-new-', ['a-']))[1], 'the next best').toBe('old');
  });

  test('prune takes away by age and by bytes, the oldest first, and leaves no orphan', async () => {
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
    await isOver(graceMs);
    const full = await prunePool(pool, { ...all, maxBytes: 2500 }, signal, graceMs);
    expect(full).toMatchObject({ kept: { archives: 2 } });
    // A prune that is slow leaves old objects to the next one; what it has just retired it always leaves.
    expect(full.removed.objects, 'what was retired just now waits').toBeLessThanOrEqual(1);
    await isOver(graceMs);
    do await prunePool(pool, all, signal, graceMs);
    while ((await pool.contents()).objects.length > 2);
    await prunePool(pool, { ...all, maxAgeMs: 0 }, signal, graceMs);
    expect((await pool.contents()).objects).toHaveLength(2);
    await isOver(graceMs);
    do await prunePool(pool, all, signal, graceMs);
    while ((await pool.contents()).pointers.length > 0);
    expect([(await pool.contents()).objects, (await pool.contents()).pointers]).toEqual([[], []]);
  });

  test('what is restored stays as long as it is, also by a job that cannot write it, and the others go', async () => {
    for (const name of ['a', 'b', 'c', 'd']) await put(storeFor(), keyOf(`${name}-`, 1), 'content');
    await isOver(graceMs);
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
    for (const name of ['a', 'b', 'c']) await put(storeFor(), keyOf(`${name}-`, 1), 'content');
    await fetched(storeFor(pullRequest), 'a-');
    // The server's Date may be a second behind its files.
    await isOver(graceMs + 2000);
    await fetched(storeFor(), 'a-');
    await fetched(storeFor(), 'b-');
    await storeFor().forget?.(keyOf('b-', 1));
    await prunePool(pool, { ...all, maxAgeMs: graceMs / 2 }, signal, graceMs);
    const live = async () => (await inventoryOf(pool, await pool.nowMs(), signal)).archives.map(({ key }) => key[0]);
    expect(await live(), 'restored a moment ago').toEqual(['a']);
    const uses = async () => (await pool.contents()).uses.map(({ by, slot }) => `${by} ${slot}`).sort();
    expect(await uses()).not.toContain('pulls/7 a-');
    expect(await uses()).toContain('heads/main a-');
    await isOver(graceMs + 2000);
    await prunePool(pool, all, signal, graceMs);
    expect(await uses()).toEqual(['heads/main a-']);
  });

  test('a branch may have the name of what lies beside it', async () => {
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
    await isOver(graceMs);
    expect((await prunePool(pool, all, signal, graceMs)).removed).toEqual({ objects: 0, bytes: 0 });
  });

  test('what a job has replaced stays for those who are reading it, and then goes', async () => {
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
  const folder = await mkdtemp(join(temporary, 'folder-'));
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

it.skipIf(process.getuid?.() === 0)(
  'a folder that may only be read serves, and a save says why it failed',
  async () => {
    const folder = await mkdtemp(join(temporary, 'folder-'));
    const pool = await openPool(folder, {}, signal);
    await put(poolStore(pool, main, signal), keyOf('a-', 1), 'good');
    await chmod(join(folder, 'v1'), 0o555);
    await chmod(join(folder, 'v1/unfinished'), 0o555);
    expect((await fetched(poolStore(pool, main, signal), 'a-'))[1]).toBe('good');
    expect(await put(poolStore(pool, main, signal), keyOf('b-', 1), 'x')).toMatchObject({ why: /EACCES/ });
  },
);

/** What a pool keeps of the archives of many jobs, in each place that it can be in. */
import { randomBytes } from 'node:crypto';
import { chmod, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { objectPath } from '../../../../src/cache/store/pool/names.ts';
import { openPool } from '../../../../src/cache/store/pool/open-pool.ts';
import { readPointer } from '../../../../src/cache/store/pool/pointer.ts';
import type { Pool } from '../../../../src/cache/store/pool/pool.ts';
import { poolStore } from '../../../../src/cache/store/pool/pool-store.ts';
import { fetched, keyOf, main, pullRequest, put, untrusted } from './a-pool.ts';
import { poolPlaces } from './pool-places.ts';
import { timePasses } from './time-passes.ts';

const { signal } = new AbortController();
const { freshFolder, places } = await poolPlaces();

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
      await timePasses(pool, 1000 - (startMs % 1000));
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
});

it.skipIf(process.getuid?.() === 0)(
  'a folder that may only be read serves, and a save says why it failed',
  async () => {
    const folder = await freshFolder();
    const pool = await openPool(folder, {}, signal);
    await put(poolStore(pool, main, signal), keyOf('a-', 1), 'good');
    await chmod(join(folder, 'v1'), 0o555);
    await chmod(join(folder, 'v1/unfinished'), 0o555);
    expect((await fetched(poolStore(pool, main, signal), 'a-'))[1]).toBe('good');
    expect(await put(poolStore(pool, main, signal), keyOf('b-', 1), 'x')).toMatchObject({ why: /EACCES/ });
  },
);

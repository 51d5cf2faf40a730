/** A store without room, and one that is overloaded: a save that fails leaves what was there, and nothing half written. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { folderPool } from '../../../../src/cache/store/pool/folder-pool.ts';
import { openPool } from '../../../../src/cache/store/pool/open-pool.ts';
import { poolStore } from '../../../../src/cache/store/pool/pool-store.ts';
import { broughtOrNull } from '../../../e2e/tools/a-go-tool.ts';
import { fetched, keyOf, main, put } from './a-pool.ts';
import { aWay } from './a-way.ts';
import { type AnS3Server, anS3Server } from './an-s3-server.ts';

const { signal } = new AbortController();
const server: AnS3Server | null = process.platform === 'linux' ? await broughtOrNull(() => anS3Server()) : null;
afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
});

it('a pointer whose newest version is a link to nowhere is named, and not looked at for ever', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dangling-'));
  const pool = folderPool(folder, signal, 200);
  const store = poolStore(pool, main, signal);
  expect(await put(store, keyOf('a-', 1), 'whole')).toMatchObject({ outcome: 'saved' });
  const names = await readdir(folder, { recursive: true });
  const version = names.find((name) => /\/1$/.test(name)) ?? expect.fail(`no version in ${names}`);
  const dangling = join(folder, dirname(version), '2');
  await symlink('nowhere', dangling);
  expect(await fetched(store, 'a-')).toMatchObject([
    { outcome: 'failed', why: expect.stringContaining(`${dangling} is listed and cannot be opened; remove it`) },
    null,
  ]);
  await rm(dangling);
  expect((await fetched(store, 'a-'))[1]).toBe('whole');
  await rm(folder, { recursive: true });
});

it.skipIf(process.platform !== 'linux')(
  'a folder whose disk is full keeps what it has, and takes more when there is room',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'full-'));
    // A disk of 300 kB in a mount namespace of its own, which ends with the process.
    const store = new URL('../../../../src/cache/store/pool/', import.meta.url).href;
    const script = `
    import { readdirSync, rmSync, writeFileSync } from 'node:fs';
    const { openPool } = await import(${JSON.stringify(`${store}open-pool.ts`)});
    const { poolStore } = await import(${JSON.stringify(`${store}pool-store.ts`)});
    const { fetched, keyOf, main, put } = await import(${JSON.stringify(new URL('./a-pool.ts', import.meta.url).href)});
    const { randomBytes } = await import('node:crypto');
    const { signal } = new AbortController();
    const pool = await openPool(${JSON.stringify(folder)}, {}, signal);
    const store = poolStore(pool, main, signal);
    const told = [];
    told.push((await put(store, keyOf('a-', 1), 'small')).outcome);
    const full = await put(store, keyOf('b-', 1), randomBytes(1 << 20));
    told.push(full.outcome, /ENOSPC/.test(full.why), (await fetched(store, 'a-'))[1], (await pool.contents()).objects.length);
    told.push(readdirSync(${JSON.stringify(join(folder, 'v1/unfinished'))}).length);
    told.push((await put(store, keyOf('c-', 1), 'more')).outcome);
    console.log(JSON.stringify(told));`;
    const child = spawn(
      'unshare',
      [
        '-Urm',
        'sh',
        '-c',
        `mount -t tmpfs -o size=300k tmpfs "$1" && exec "$2" --input-type=module -e "$3"`,
        'sh',
        folder,
        process.execPath,
        script,
      ],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    let [said, words] = ['', ''];
    child.stdout.on('data', (text) => (said += String(text)));
    child.stderr.on('data', (text) => (words += String(text)));
    await once(child, 'close');
    await rm(folder, { recursive: true });
    expect(JSON.parse(said || JSON.stringify(words))).toEqual(['saved', 'failed', true, 'small', 1, 0, 'saved']);
  },
);

it.skipIf(server === null)('answers of 503 and broken connections on the way cost time, and no archive', async () => {
  if (server === null) return;
  let count = 0;
  await using way = await aWay(server.endpoint, (asked) => {
    count++;
    if (count % 3 === 0) return count % 2 === 0 ? 'broken' : 'overloaded';
    return count % 5 === 0 && asked.startsWith('GET ') && asked.includes('/objects/') ? 'cut' : 'passes';
  });
  Object.assign(process.env, server.env);
  const pool = await openPool(`s3://${server.bucket}/bad?endpoint=${way.endpoint}`, process.env, signal);
  const store = poolStore(pool, main, signal);
  const content = randomBytes(30 << 20).toString('latin1');
  for (let turn = 1; turn <= 3; turn++) {
    expect(await put(store, keyOf('a-', turn), Buffer.from(content, 'latin1'))).toMatchObject({ outcome: 'saved' });
    const [outcome, found] = await fetched(store, 'a-');
    expect(outcome).toMatchObject({ outcome: 'hit', matchedKey: keyOf('a-', turn) });
    expect(found === content).toBe(true);
  }
});

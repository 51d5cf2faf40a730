/**
 * Law: whatever is killed and whenever, no restore is damaged, what a writer was told is saved is not lost, and prune
 * leaves no orphan. UNLATCH_ROUNDS, UNLATCH_WRITERS and UNLATCH_READERS make a storm of this breeze; UNLATCH_JOBS is how
 * many of them one process has; UNLATCH_MINUTES ends it sooner, in each pool. With TMPDIR on a tmpfs no round waits for
 * a disk.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPool } from '../../../../src/cache/store/pool/open-pool.ts';
import { readPointer } from '../../../../src/cache/store/pool/pointer.ts';
import type { Pool } from '../../../../src/cache/store/pool/pool.ts';
import { poolStore } from '../../../../src/cache/store/pool/pool-store.ts';
import { type PruneReport, prunePool } from '../../../../src/cache/store/pool/prune.ts';
import { broughtOrNull } from '../../../e2e/tools/a-go-tool.ts';
import { fetched, main } from './a-pool.ts';
import { aWay } from './a-way.ts';
import { type AnS3Server, anS3Server } from './an-s3-server.ts';
import { timePasses } from './time-passes.ts';

const { signal } = new AbortController();
const count = (name: string, otherwise: number) => Number(process.env[name] ?? otherwise);
const rounds = count('UNLATCH_ROUNDS', 3);
const writers = count('UNLATCH_WRITERS', 2);
const readers = count('UNLATCH_READERS', 3);
const jobsOfOneProcess = count('UNLATCH_JOBS', 1);
const mostMs = count('UNLATCH_MINUTES', Number.POSITIVE_INFINITY) * 60_000;
/** So short that pruners remove what was replaced while others write, and longer than any job: more on a busy machine. */
const graceMs = count('UNLATCH_GRACE_MS', 60_000);
/** Writers of one key: each that joins it reads what all others have saved. */
const mostOfOneKey = 8;
const keys = Math.ceil(writers / mostOfOneKey);
/** Else the archives would grow with the rounds. */
const roundsOfOneKey = 10;
const server: AnS3Server | null = process.platform === 'linux' ? await broughtOrNull(() => anS3Server()) : null;
let temporary: string;
let client: string;

beforeAll(async () => {
  temporary = await mkdtemp(join(tmpdir(), 'storm-'));
  client = join(temporary, 'client.mjs');
  await build({
    entryPoints: [join(import.meta.dirname, 'storm-client.ts')],
    outfile: client,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    banner: { js: 'import { createRequire as __made } from "node:module"; const require = __made(import.meta.url);' },
    logLevel: 'error',
  });
});
afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
  await rm(temporary, { recursive: true, force: true });
});

const slotOf = (round: number, index: number) => `shared-${Math.floor(round / roundsOfOneKey)}-${index % keys}-`;

interface Told {
  readonly saved: readonly { readonly slot: string; readonly id: string }[];
  readonly wrong: readonly string[];
  readonly killed: number;
  readonly restored: number;
}

/** The words of the weather: a server that is away. */
const isAway = /cannot|ECONN/;

function isWrong(line: string): boolean {
  return /damaged|refused/.test(line) || (line.startsWith('threw ') && !isAway.test(line));
}

function chunked<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, one) => all.slice(one * size, (one + 1) * size));
}

/** Jobs at once, of whose processes a third is killed at a random time. */
async function aRound(
  address: string,
  env: NodeJS.ProcessEnv,
  round: number,
  besides: () => Promise<void>,
): Promise<Told> {
  const saved: Told['saved'][number][] = [];
  const wrong: string[] = [];
  let [killed, restored] = [0, 0];
  const roles = [
    ...Array.from({ length: writers }, () => 'write'),
    ...Array.from({ length: readers }, () => 'read'),
    ...['prune'],
  ];
  const jobs = roles.map((role, index) => ({ role, id: `${round}-${index}`, slot: slotOf(round, index) }));
  const processes = chunked(jobs, jobsOfOneProcess).map(async (together, index, { length }) => {
    const child = spawn(
      process.execPath,
      [client, address, String(graceMs), ...together.map(({ role, id, slot }) => `${role},${id},${slot}`)],
      // A client that is killed leaves its files there.
      { env: { ...env, TMPDIR: temporary }, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += String(text)));
    const isDoomed = (round + index) % 3 === 0;
    const timer = isDoomed
      ? globalThis.setTimeout(() => child.kill('SIGKILL'), 300 + Math.random() * 250 * length)
      : undefined;
    const [code, by] = (await once(child, 'close')) as [number | null, string | null];
    clearTimeout(timer);
    const lines = said.split('\n');
    saved.push(...together.filter(({ id }) => lines.includes(`saved ${id}`)));
    restored += lines.filter((line) => line.startsWith('read ')).length;
    if (by !== null) killed += together.length;
    wrong.push(...lines.filter(isWrong));
    if (code !== 0 && by === null && !isAway.test(said)) wrong.push(said);
  });
  await besides();
  await Promise.all(processes);
  return { saved, wrong, killed, restored };
}

async function namesIn(pool: Pool, slot: string): Promise<readonly string[]> {
  const [outcome, content] = await fetched(poolStore(pool, main, signal, graceMs), slot);
  expect(outcome.outcome, slot).not.toBe('failed');
  return (content ?? '').split(';').map((part) => part.split('=')[0] ?? '');
}

async function storm(
  address: string,
  addressOfJobs: string,
  env: NodeJS.ProcessEnv,
  besides: (round: number) => Promise<void>,
): Promise<void> {
  const pool = await openPool(address, env, signal);
  const savedIn = new Map<string, string[]>();
  let [saved, killed, restored] = [0, 0, 0];
  const startMs = performance.now();
  for (let round = 0; round < rounds && performance.now() - startMs < mostMs; round++) {
    const told = await aRound(addressOfJobs, env, round, () => besides(round));
    expect(told.wrong).toEqual([]);
    for (const { slot, id } of told.saved) savedIn.set(slot, [...(savedIn.get(slot) ?? []), id]);
    [saved, killed, restored] = [saved + told.saved.length, killed + told.killed, restored + told.restored];
    for (let key = 0; key < keys; key++) {
      const slot = slotOf(round, key);
      expect(await namesIn(pool, slot), `round ${round}`).toEqual(expect.arrayContaining(savedIn.get(slot) ?? []));
    }
    if (rounds > 10)
      console.log(`${pool.what}: round ${round}: ${saved} saved, ${restored} restored, ${killed} killed`);
  }
  expect(saved).toBeGreaterThan(0);
  for (const [slot, ids] of savedIn) expect(await namesIn(pool, slot)).toEqual(expect.arrayContaining(ids));
  await expectNoOrphan(pool, savedIn.size);
}

async function expectNoOrphan(pool: Pool, archives: number): Promise<void> {
  const named = async (): Promise<readonly string[]> => {
    const pointers = await Promise.all((await pool.contents()).pointers.map((name) => readPointer(pool, name)));
    return pointers.flatMap(({ current, previous }) => [
      ...(current === null ? [] : [current.object]),
      ...previous.map(({ object }) => object),
    ]);
  };
  // What was replaced stays for a time: here it is over soon.
  const shortMs = 4000;
  const before = (await pool.contents()).objects;
  let report: PruneReport;
  do {
    await timePasses(pool, shortMs);
    report = await prunePool(pool, { maxAgeMs: null, maxBytes: null, dryRun: false }, signal, shortMs);
    // It removes nothing once its listing is half as old; thousands take several.
  } while (report.waiting.objects > 0 && report.removed.objects > 0);
  expect(report.kept.archives).toBe(archives);
  const allowed = await named();
  const left = (await pool.contents()).objects.map(({ id }) => id);
  expect(
    left.filter((id) => !allowed.includes(id)),
    `of ${before.length}`,
  ).toEqual([]);
}

it('in a folder', async () => {
  const folder = join(temporary, 'pool');
  await storm(folder, folder, process.env, async () => {});
}, 36_000_000);

it.skipIf(server === null)(
  'in a bucket of S3 whose server is restarted, overloaded, cut off and slow by turns',
  async () => {
    if (server === null) return;
    Object.assign(process.env, server.env);
    let weather: 'calm' | 'bad' | 'slow' = 'calm';
    await using way = await aWay(server.endpoint, async () => {
      if (weather === 'slow') await setTimeout(Math.random() * 500);
      if (weather !== 'bad' || Math.random() > 0.2) return 'passes';
      return (['broken', 'overloaded', 'cut'] as const)[Math.floor(Math.random() * 3)] ?? 'passes';
    });
    const address = `s3://${server.bucket}/storm`;
    await storm(address, `${address}?endpoint=${way.endpoint}`, process.env, async (round) => {
      weather = (['calm', 'bad', 'slow'] as const)[round % 3] ?? 'calm';
      if (round % 2 === 0) return;
      await server.stop('SIGKILL');
      await server.start();
    });
  },
  36_000_000,
);

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { layersFolder } from '../../../../src/cache/layer/layer-state.ts';
import { ownMounts } from '../../../../src/cache/layer/mount/mounted-layers.ts';
import { restoreCaches } from '../../../../src/cache/restore.ts';
import type { RestoredCaches } from '../../../../src/cache/restored-caches.ts';
import { always } from '../a-module.ts';
import { type AMountedModule, aMountedModule, missingMounts } from './a-mounted-module.ts';
import type { Half } from './half-run.ts';

const missing = await missingMounts();

const kinds = ['modules', 'build'] as const;
type Kind = (typeof kinds)[number];
type Contents = Readonly<Record<Kind, string>>;

const never = { ...always, save: 'never' as const };

let module: AMountedModule;
/** The store with one job in it. */
let good: string;
/** Of the caches, as that job left them, and as the next one leaves them, which adds a package. */
let before: Contents;
let afterwards: Contents;

beforeAll(async () => {
  if (missing !== null) return;
  module = await aMountedModule();
  await module.job(async () => {
    await module.go('build ./...');
  });
  good = join(module.folder, 'good');
  await cp(module.storeFolder, good, { recursive: true });
  before = await stored();
  await work();
  await half('save', await restored());
  afterwards = await stored();
  expect([afterwards.modules === before.modules, afterwards.build === before.build]).toEqual([false, false]);
}, 300_000);
afterAll(async () => {
  await module?.[Symbol.asyncDispose]();
});

let last: RestoredCaches | null = null;
async function restored(): Promise<RestoredCaches> {
  if (last === null) throw new Error('no job is at work');
  return last;
}

/** A job that adds a module and a package, up to its end. */
async function work(): Promise<void> {
  await module.unmount();
  await module.freshHome();
  last = JSON.parse(await half('restore')) as RestoredCaches;
  expect(last).toMatchObject({ modules: { hit: 'exact' }, build: { hit: 'exact' } });
  await module.write({ 'c/c.go': 'package c\n\nconst X = 1\n' });
  await module.go('mod download example.com/tool@v1.0.0');
  await module.go('build ./c');
  await rm(join(module.workspace, 'c'), { recursive: true });
}

/** What a job on another machine finds in the store. */
async function stored(): Promise<Contents> {
  await module.unmount();
  let contents: Contents | undefined;
  await module.job(async ({ modules, build }) => {
    expect([modules.hit, build.hit]).toEqual(['exact', 'exact']);
    contents = { modules: contentOf(module.gomodcache), build: contentOf(module.gocache) };
  }, never);
  return contents as Contents;
}

function contentOf(folder: string): string {
  const hash = createHash('sha256');
  if (!existsSync(folder)) return hash.digest('hex');
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && !['trim.txt', 'README', 'testexpire.txt'].includes(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  for (const path of paths.sort()) hash.update(`${path}\n`).update(readFileSync(path));
  return hash.digest('hex');
}

/** Runs one half of a job. @param killAfterMs ends it and all that it has started with SIGKILL, so long after it began. */
async function half(
  which: 'restore' | 'save' | 'unmount',
  state: RestoredCaches | null = null,
  killAfterMs: number | null = null,
): Promise<string> {
  const { store: _, ...request } = module.request;
  const child = spawn(process.execPath, [join(import.meta.dirname, 'half-run.ts'), which], {
    stdio: ['pipe', 'pipe', 'inherit'],
    detached: true,
  });
  const closed = once(child, 'close');
  const text: Buffer[] = [];
  const begun = once(child.stdout, 'data');
  child.stdout.on('data', (data: Buffer) => text.push(data));
  child.stdin.end(JSON.stringify({ request, storeFolder: module.storeFolder, restored: state } satisfies Half));
  await begun;
  if (killAfterMs !== null) {
    await Promise.race([after(killAfterMs), closed]);
    if (child.exitCode === null && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  }
  const [code, signal] = await closed;
  if (killAfterMs === null) expect([code, signal]).toEqual([0, null]);
  return Buffer.concat(text).toString().replace('begun\n', '');
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await run();
  return performance.now() - begin;
}

/** UNLATCH_KILLS=100 kills at more points. */
const kills = Number(process.env['UNLATCH_KILLS'] ?? 3);
const points = (seed: number) => fc.sample(fc.double({ min: 0, max: 1, noNaN: true }), { seed, numRuns: kills });

describe.skipIf(missing !== null)(`jobs with mounts that are killed (${missing ?? 'can be tried here'})`, () => {
  it('at any point of the restore: the next job has all of it, and the machine no mount of the killed one', async () => {
    const wholeMs = await timed(work);
    for (const point of points(1)) {
      await module.unmount();
      await module.freshHome();
      await half('restore', null, point * wholeMs);
      const next = await restoreCaches(module.request);
      const name = `killed after ${(100 * point).toFixed(0)} %`;
      expect(next, name).toMatchObject({ modules: { hit: 'exact' }, build: { hit: 'exact' } });
      expect(ownMounts(layersFolder(module.stagingFolder)), name).toHaveLength(
        next.modules.layer?.chain.length === 2 ? 6 : 4,
      );
      expect(await module.go('build -v ./...', { GOPROXY: 'off' }), name).toBe('');
    }
  });

  it('at any point of the save: the store serves what was there before, or what this one saved, whole', async () => {
    await work();
    const wholeMs = await timed(async () => await half('save', await restored()));
    const seen = new Set<string>();
    for (const point of points(2)) {
      await rm(module.storeFolder, { recursive: true });
      await cp(good, module.storeFolder, { recursive: true });
      await work();
      await half('save', await restored(), point * wholeMs);
      const got = await stored();
      for (const kind of kinds) {
        expect([before[kind], afterwards[kind]], `killed after ${(100 * point).toFixed(0)} %`).toContain(got[kind]);
        seen.add(got[kind] === before[kind] ? 'before' : 'after');
      }
    }
    // Else no kill fell into it.
    expect(seen).toContain('before');
  });

  it('at any point of the unmounting: the next job clears the rest', async () => {
    await work();
    const wholeMs = await timed(() => half('unmount'));
    for (const point of points(3)) {
      await work();
      await half('unmount', null, point * wholeMs);
      const next = await restoreCaches(module.request);
      expect(next).toMatchObject({ modules: { hit: 'exact' }, build: { hit: 'exact' } });
      await module.unmount();
      expect(ownMounts(layersFolder(module.stagingFolder))).toEqual([]);
    }
  });
});

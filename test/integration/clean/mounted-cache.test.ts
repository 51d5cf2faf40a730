/** The cleaner on a module cache and a build cache that are overlays of loop-mounted images. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type CleanRequest, cleanCaches } from '../../../src/clean/clean.ts';
import { cleanText } from '../../../src/cli/clean/clean-text.ts';
import { aMountedCache, type MountedCache, mountToolsHere } from '../doctor/a-mounted-cache.ts';
import { aShell, said } from '../doctor/a-shell.ts';

const tools = await mountToolsHere();
const missing = 'why' in tools ? tools.why : null;

const versions = 'cache/download/example.com/a/@v';
const entry = `3f/3f${'a1'.repeat(31)}-d`;

let place: string;
let modules: MountedCache;
let build: MountedCache;
beforeEach(async () => {
  if ('why' in tools) return;
  place = mkdtempSync(join(tmpdir(), 'clean-'));
  const at = (name: string) => join(place, name);
  modules = await aMountedCache(tools, at('own-mod'), at('mod'), [
    { [`${versions}/v1.0.0.lock`]: '', [`${versions}/v1.0.0.zip1.tmp`]: 'y'.repeat(9000) },
  ]);
  build = await aMountedCache(tools, at('own-build'), at('build'), [
    { README: 'This directory holds cached build artifacts from the Go build system.\n', [entry]: 'z'.repeat(9000) },
  ]);
  put(`mod/${versions}/v1.1.0.zip2.tmp`, 'x'.repeat(5000));
});
afterEach(async () => {
  if (missing !== null) return;
  await modules[Symbol.asyncDispose]();
  await build[Symbol.asyncDispose]();
  rmSync(place, { recursive: true });
});

function put(name: string, content: string): void {
  mkdirSync(dirname(join(place, name)), { recursive: true });
  writeFileSync(join(place, name), content);
  utimesSync(join(place, name), 1_600_000_000, 1_600_000_000);
}

const clean = (change: Partial<CleanRequest> = {}) =>
  cleanCaches({
    gocache: build.mountPoint,
    gomodcache: modules.mountPoint,
    temporary: [],
    goplsCache: null,
    home: null,
    dryRun: false,
    waitMs: 0,
    end: [],
    env: process.env,
    ...change,
  });

describe.skipIf(missing !== null)(`the cleaner in mounted caches (needs: ${missing ?? 'nothing more'})`, () => {
  test('removes leftovers of a layer and of the job, and counts only what the disk gets back', async () => {
    const report = await clean();
    const outcomes = report.items.map(({ path, outcome, isInLayer }) => [path, outcome, isInLayer ?? false]);
    expect(outcomes.toSorted()).toEqual([
      [join(modules.mountPoint, versions, 'v1.0.0.zip1.tmp'), 'removed', true],
      [join(modules.mountPoint, versions, 'v1.1.0.zip2.tmp'), 'removed', false],
    ]);
    expect(report.removedBytes).toBe(5000);
    expect(cleanText(report)).toMatch(/v1\.0\.0\.zip1\.tmp: .*; it lies in a read-only layer, so this frees nothing/);
    expect(cleanText(report)).not.toMatch(/v1\.1\.0\.zip2\.tmp: .*read-only layer/);
    expect(existsSync(join(modules.mountPoint, versions, 'v1.0.0.zip1.tmp'))).toBe(false);
    expect(existsSync(join(place, 'own-mod/layers/0', versions, 'v1.0.0.zip1.tmp'))).toBe(true);
    expect((await clean()).items).toEqual([]);
  });

  test('does not count a file of a layer of which only the times have changed', async () => {
    const path = join(modules.mountPoint, versions, 'v1.0.0.zip1.tmp');
    utimesSync(path, 1_600_000_000, 1_600_000_000);
    expect(existsSync(join(modules.upper, versions, 'v1.0.0.zip1.tmp'))).toBe(true);
    const { removedBytes, items } = await clean();
    expect(items).toHaveLength(2);
    // Without metacopy the kernel has copied the bytes as well.
    expect(removedBytes).toBe('metacopy' in tools && tools.metacopy ? 5000 : 14_000);
  });

  test('leaves what a live process has locked, and names it', async () => {
    const lock = join(modules.mountPoint, versions, 'v1.0.0.lock');
    await using holder = aShell(`exec 5<>${lock}; flock 5; echo held; exec sleep 60`, { cwd: place });
    await said(holder);
    const { items } = await clean();
    const busy = items.filter(({ outcome }) => outcome === 'busy');
    expect(busy.map(({ path }) => path)).toEqual([join(modules.mountPoint, versions, 'v1.0.0.zip1.tmp')]);
    expect(busy[0]?.holders.map(({ pid }) => pid)).toEqual([holder.pid]);
  });

  test('counts them for a bound, and removes nothing that would stay on the disk', async () => {
    utimesSync(join(build.mountPoint, entry), 1_600_000_000, 1_600_000_000);
    const { bound } = await clean({ bound: { maxBytes: 1, maxAgeMs: null } });
    expect(bound).toMatchObject({ isWithin: false });
    const cache = bound?.caches.find(({ path }) => path === build.mountPoint);
    expect(cache).toMatchObject({ removedUnits: 0, why: expect.stringContaining('read-only layers') });
    expect(cache?.bytes).toBeGreaterThan(0);
    expect(existsSync(join(build.mountPoint, entry))).toBe(true);
  });
});

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { layerPlace } from '../../../../src/cache/layer/layer-state.ts';
import { ownMounts } from '../../../../src/cache/layer/mount/mounted-layers.ts';
import { restoreCaches } from '../../../../src/cache/restore.ts';
import { always, publish } from '../a-module.ts';
import { type Mutation, mutate, mutations } from '../mutate-archive.ts';
import { type AMountedModule, aMountedModule, missingMounts } from './a-mounted-module.ts';

const missing = await missingMounts();

const kinds = ['modules', 'build'] as const;
type Kind = (typeof kinds)[number];

let module: AMountedModule;
/** A copy of the store as it was saved: for each kind a base and an increment on it. */
let good: string;
let whole: Readonly<Record<Kind, string>>;

beforeAll(async () => {
  if (missing !== null) return;
  module = await aMountedModule();
  const build = async () => {
    await module.go('build ./...');
  };
  await module.job(build);
  await publish(module, 'example.com/more', 'v1.0.0', { 'more.go': 'package more\n\nconst Y = 1\n' });
  await module.write({ 'c/c.go': 'package c\n\nimport "example.com/more"\n\nconst X = more.Y\n' });
  await module.go('get example.com/more@v1.0.0');
  await module.commit();
  await module.job(build, { ...always, refreshAbovePercent: 0 });
  good = join(module.folder, 'good');
  await cp(module.storeFolder, good, { recursive: true });
  await module.job(async ({ modules, build }) => {
    expect([modules.why, build.why]).toEqual([expect.stringMatching('2 layers'), expect.stringMatching('2 layers')]);
    whole = { modules: contentOf('modules'), build: contentOf('build') };
  }, never);
}, 300_000);
afterAll(async () => {
  await module?.[Symbol.asyncDispose]();
});

const never = { ...always, save: 'never' as const };

const folderOf = (kind: Kind) => (kind === 'modules' ? module.gomodcache : module.gocache);

/** All files of one cache with their bytes, in one digest. */
function contentOf(kind: Kind): string {
  const hash = createHash('sha256');
  if (!existsSync(folderOf(kind))) return hash.digest('hex');
  const paths = readdirSync(folderOf(kind), { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && !['trim.txt', 'README', 'testexpire.txt'].includes(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  for (const path of paths.sort()) hash.update(`${path}\n`).update(readFileSync(path));
  return hash.digest('hex');
}

async function goodStore(): Promise<void> {
  await module.unmount();
  await module.freshHome();
  await rm(module.storeFolder, { recursive: true, force: true });
  await cp(good, module.storeFolder, { recursive: true });
}

const layersOf = (kind: Kind) =>
  readdirSync(module.storeFolder)
    .filter((file) => file.startsWith(`unlatch-${kind}-`))
    .map((file) => join(module.storeFolder, file))
    // The increment names its parent: its key is longer.
    .sort((a, b) => b.length - a.length);

/** Each mutation meets each kind and each layer once; UNLATCH_MUTATIONS=200 runs more. */
const mutationCount = Number(process.env['UNLATCH_MUTATIONS'] ?? 32);

describe.skipIf(missing !== null)(`damaged layers (${missing ?? 'can be tried here'})`, () => {
  // A law: of a damaged chain nothing is mounted, nothing stays behind, and the job goes on cold, and says why.
  it('are noticed, or serve what was saved', async () => {
    const outside = join(module.folder, 'outside');
    const nothing = createHash('sha256').digest('hex');
    const places = fc.sample(fc.tuple(fc.nat(9999), fc.nat(9999)), { seed: 20_261_129, numRuns: mutationCount });
    let noticed = 0;
    for (const [index, [which, where]] of places.entries()) {
      const mutation = mutations[index % mutations.length] as Mutation;
      const turn = Math.floor(index / mutations.length);
      const kind = kinds[turn % 2] as Kind;
      const other = kinds[(turn + 1) % 2] as Kind;
      await goodStore();
      const path = layersOf(kind)[Math.floor(turn / 2) % 2] as string;
      const name = `${mutation}, ${kind}, layer ${Math.floor(turn / 2) % 2}, ${which}, ${where}`;
      writeFileSync(path, await mutate(readFileSync(path), mutation, which / 1e4, where / 1e4, outside));
      const restored = await restoreCaches(module.request);
      expect(existsSync(outside), `${name}: nothing is written outside`).toBe(false);
      expect(restored[other].hit, `${name}: the other one`).toBe('exact');
      if (restored[kind].hit === 'exact') {
        expect(contentOf(kind), name).toBe(whole[kind]);
        continue;
      }
      noticed++;
      expect([restored[kind].hit, restored[kind].why], name).toEqual(['damaged', expect.stringMatching(/\S/)]);
      expect(contentOf(kind), name).toBe(nothing);
      expect(ownMounts(layerPlace(module.stagingFolder, kind)), name).toEqual([]);
      expect(existsSync(layerPlace(module.stagingFolder, kind)), name).toBe(false);
    }
    expect(noticed).toBeGreaterThanOrEqual(0.85 * mutationCount);
  }, 600_000);

  it('leave nothing behind where one arrives after another was found damaged', async () => {
    await goodStore();
    const [newest] = layersOf('modules') as [string];
    const damaged = await mutate(readFileSync(newest), 'flip a bit of a file and pack it again', 0.9998, 0.0009, '');
    writeFileSync(newest, damaged);
    const { store } = module.request;
    const slow: typeof store = {
      ...store,
      fetch: async (request) => {
        // One without prefixes is below the newest. It is being unpacked all the while.
        for (let files = 0; request.prefixes.length === 0 && files < 20; files++) {
          mkdirSync(request.root, { recursive: true });
          await after(25);
        }
        return await store.fetch(request);
      },
    };
    const restored = await restoreCaches({ ...module.request, store: slow });
    expect(restored.modules.hit).toBe('damaged');
    await after(700);
    expect(existsSync(layerPlace(module.stagingFolder, 'modules'))).toBe(false);
  });

  it.each(kinds)('a layer of %s whose parent was evicted is a miss, and the next job is warm again', async (kind) => {
    await goodStore();
    rmSync(layersOf(kind)[1] as string);
    const cold = await module.job(async (restored) => {
      expect(restored[kind]).toMatchObject({
        hit: 'damaged',
        why: expect.stringContaining('that it stands on is gone'),
      });
      await module.go('build ./...');
    });
    expect(cold.saved[kind]).toMatchObject({ saved: true, why: expect.stringContaining('base') });
    await module.job(async (restored) => {
      expect(restored[kind].hit).toBe('exact');
      expect(await module.go('build -v ./...', { GOPROXY: 'off' })).toBe('');
    }, never);
  });

  it('a layer in the place of another one is refused', async () => {
    await goodStore();
    const [modules, build] = [layersOf('modules'), layersOf('build')] as [string[], string[]];
    await cp(build[0] as string, modules[0] as string);
    await cp(build[0] as string, build[1] as string);
    const restored = await restoreCaches(module.request);
    expect([restored.modules.why, restored.build.why]).toEqual([
      expect.stringMatching(/^rejected the layer: \S/),
      expect.stringContaining('is another layer than the one that it stands on'),
    ]);
    expect(await module.go('build ./...')).not.toMatch(/error/);
  });
});

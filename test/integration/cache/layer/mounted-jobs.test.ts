import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildEntryPaths } from '../../../../src/cache/entries/build-entries.ts';
import { contentFolders, layerPlace, layersFolder, upperFolder } from '../../../../src/cache/layer/layer-state.ts';
import { ownMounts } from '../../../../src/cache/layer/mount/mounted-layers.ts';
import { restoreCaches } from '../../../../src/cache/restore.ts';
import type { RestoredCaches } from '../../../../src/cache/restored-caches.ts';
import { saveCaches } from '../../../../src/cache/save.ts';
import { always } from '../a-module.ts';
import { type AMountedModule, aMountedModule, missingMounts } from './a-mounted-module.ts';

const missing = await missingMounts();
const missingErofs = await missingMounts(['erofs']);

const offline = { GOPROXY: 'off' };

let module: AMountedModule;
beforeEach(async () => {
  module = await aMountedModule();
});
afterEach(async () => {
  await module?.[Symbol.asyncDispose]();
});

const build = async () => {
  await module.go('build ./...');
};

const bump = async () => {
  await module.go('get example.com/Dep@v1.1.0');
  await module.commit();
};

/** Entries of the newest layer that the overlay has in its upper folder too. */
function renewedEntries({ build }: RestoredCaches): readonly string[] {
  const { stagingFolder } = module;
  if (build.layer === null) throw new Error('nothing is mounted');
  const upper = upperFolder(stagingFolder, 'build', build.layer, build.folder);
  const layer = join(layerPlace(stagingFolder, 'build'), 'layers/0', contentFolders.build);
  const inLayer = buildEntryPaths(layer);
  if (inLayer.length === 0) throw new Error(`${layer} has no entries`);
  return inLayer.filter((path) => existsSync(join(upper, path)));
}

describe.skipIf(missing !== null)(`mounted caches (${missing ?? 'can be tried here'})`, () => {
  it('a job goes from miss over save to an exact hit that compiles nothing and needs no network', async () => {
    const first = await module.job(build);
    expect(first.restored).toMatchObject({ modules: { hit: 'miss' }, build: { hit: 'miss' } });
    expect(first.saved).toMatchObject({ modules: { saved: true }, build: { saved: true } });
    const second = await module.job(async () => {
      expect(await module.go('build -v ./...', offline)).toBe('');
      expect(await module.go('list -m all', offline)).toContain('example.com/Dep v1.0.0');
    });
    expect(second.restored).toMatchObject({ modules: { hit: 'exact' }, build: { hit: 'exact' } });
    expect(second.saved.modules.saved).toBe(false);
    // Only now go indexes the modules, since it found them extracted when it began.
    const third = await module.job(build);
    expect(third.saved).toMatchObject({ modules: { saved: false }, build: { saved: false } });
    expect(third.saved.build.madeAnew.entries).toBe(0);
    expect(third.saved.build.used.entries).toBeGreaterThan(0);
  });

  it('go mod verify, vendor and download are right without zips, and download needs them only once', async () => {
    await module.job(build);
    const second = await module.job(async () => {
      expect(existsSync(join(module.gomodcache, 'cache/download/example.com/!dep/@v/v1.0.0.zip'))).toBe(false);
      expect(await module.go('mod verify', offline)).toContain('all modules verified');
      await module.go('mod vendor', offline);
      expect(await readFile(join(module.workspace, 'vendor/example.com/Dep/dep.go'), 'utf8')).toContain('v1.0.0');
      await module.shell('rm -r vendor');
      await expect(module.go('mod download', offline)).rejects.toThrow('module lookup disabled');
      await module.go('mod download');
    });
    expect(second.saved.modules).toMatchObject({ saved: true, madeAnew: { entries: 2 } });
    const third = await module.job(async () => {
      await module.go('mod download', offline);
      expect(await module.go('mod verify', offline)).toContain('all modules verified');
    });
    expect(third.restored.modules.why).toContain('2 layers');
    expect(third.saved.modules.saved).toBe(false);
  });

  it('a bump saves only what is new, on top of what was mounted', async () => {
    const first = await module.job(build);
    await bump();
    const second = await module.job(build);
    expect(second.restored).toMatchObject({ modules: { hit: 'prefix' }, build: { hit: 'prefix' } });
    expect(second.saved.modules).toMatchObject({ saved: true, why: expect.stringContaining('increment') });
    expect(second.saved.modules.packed.bytes).toBeLessThan(first.saved.modules.packed.bytes / 4);
    const third = await module.job(async () => {
      expect(await module.go('build -v ./...', offline)).toBe('');
      expect(existsSync(join(module.gomodcache, 'example.com/!dep@v1.0.0/dep.go'))).toBe(true);
      expect(await module.go('mod verify', offline)).toContain('all modules verified');
    });
    expect(third.restored.modules).toMatchObject({ hit: 'exact' });
    expect(third.restored.modules.why).toContain('2 layers');
    expect(third.saved.modules.saved).toBe(false);
  });

  // Only the superblock of EROFS has a time for all files, which a job can move.
  const title = 'with nothing changed go renews no time of an entry; after a bump it renews that of each used one';
  it.skipIf(missingErofs !== null)(`${title} (needs: ${missingErofs ?? 'nothing more'})`, async () => {
    await module.job(async () => {
      await build();
      // A file without a hash in its name, which the next job leaves as it is.
      await module.go('clean -testcache');
    });
    const second = await module.job(async (restored) => {
      await module.go('build ./...', offline);
      expect(renewedEntries(restored)).toEqual([]);
    });
    expect(second.restored.build.layer?.recordsUse).toBe(false);
    expect(second.saved.build).toMatchObject({ saved: false, swept: { entries: 0 }, madeAnew: { entries: 0 } });
    await bump();
    const third = await module.job(async (restored) => {
      await module.go('build ./...');
      expect(renewedEntries(restored).length).toBeGreaterThan(0);
    });
    expect(third.restored.build.layer?.recordsUse).toBe(true);
    expect(third.saved.build.swept.entries).toBeGreaterThan(0);
  });

  it('a chain whose larger part is dead becomes one base again, without the dead part', async () => {
    for (const text of ['const A = 1', 'const A = 2', 'const A = 3', 'const A = 4', 'const A = 5']) {
      await module.write({ 'm.go': `package m\n\n${text}\n`, 'a/a.go': `package a\n\n${text}\n` });
      await module.commit();
      await module.job(build, { ...always, refreshAbovePercent: 0 });
    }
    const last = await module.job(async () => {
      expect(await module.go('build -v ./...', offline)).toBe('');
    });
    const clean = await module.job(build);
    expect(last.restored.build.restored.bytes).toBeLessThanOrEqual(1.6 * clean.saved.build.used.bytes);
  });

  it('what a job patched in a module goes to nobody', async () => {
    await module.job(async () => {
      await build();
      await module.shell(
        `chmod -R u+w ${module.gomodcache}/example.com && echo 'const Z = 1' >> ${module.gomodcache}/example.com/!dep@v1.0.0/dep.go`,
      );
    });
    const second = await module.job(async () => {
      expect(existsSync(join(module.gomodcache, 'example.com/!dep@v1.0.0'))).toBe(false);
      await build();
      expect(await module.go('mod verify')).toContain('all modules verified');
    });
    expect(second.saved.modules.saved).toBe(true);
    await module.job(async () => {
      await writeFile(join(module.gomodcache, 'example.com/!dep@v1.0.0/dep.go'), 'package broken\n');
      await bump();
      await build();
    });
    await module.job(async () => {
      expect(await module.go('mod verify', offline)).toContain('all modules verified');
    });
  });

  it('a killed job leaves mounts that the next one clears, and only its own', async () => {
    await module.job(build);
    await module.freshHome();
    await restoreCaches(module.request);
    const other = await aMountedModule();
    try {
      await other.job(async () => {
        await other.go('build ./...');
      });
      await other.freshHome();
      await restoreCaches(other.request);
      expect(ownMounts(layersFolder(module.stagingFolder))).toHaveLength(4);
      // The job is gone, and the machine lives on.
      const next = await restoreCaches(module.request);
      expect(next.mounts).toContain('cleared 4 mounts that an earlier job left');
      expect(next).toMatchObject({ modules: { hit: 'exact' }, build: { hit: 'exact' } });
      expect(await module.go('build -v ./...', offline)).toBe('');
      expect(ownMounts(layersFolder(other.stagingFolder))).toHaveLength(4);
      expect(await other.go('build -v ./...', offline)).toBe('');
    } finally {
      await other[Symbol.asyncDispose]();
    }
  });

  it.each([
    ['goes clean -modcache', 'go clean -modcache'],
    ['goes clean -cache', 'go clean -cache'],
    ['removes the folder of the module cache', 'rm -rf "$GOPATH/pkg/mod"'],
    ['empties both', 'chmod -R u+w "$GOPATH/pkg/mod"; rm -rf "$GOPATH"/pkg/mod/* "$GOCACHE"/*'],
    ['makes both read-only', 'chmod -R a-w "$GOPATH/pkg/mod" "$GOCACHE"'],
    ['moves the build cache', 'GOCACHE=$HOME/elsewhere go build ./...'],
  ])('a job that %s is green, and so is the next one', async (_, line) => {
    await module.job(build);
    const second = await module.job(async () => {
      await module.shell(line);
      await module.go('build ./...');
    });
    expect([second.saved.modules.isFault, second.saved.build.isFault]).toEqual([false, false]);
    await module.job(async () => {
      expect(await module.go('build -v ./...', offline)).toBe('');
      expect(await module.go('mod verify', offline)).toContain('all modules verified');
    });
  });

  it('without a GOCACHE of its own, a job can remove the build cache wherever it looks for it', async () => {
    const { GOCACHE: _, ...env } = module.env;
    const request = { ...module.request, env };
    const line = async (text: string, more: Readonly<Record<string, string>> = {}) =>
      await module.shell(
        `unset GOCACHE; ${Object.entries(more)
          .map(([name, value]) => `export ${name}=${value}; `)
          .join('')}${text}`,
      );
    const cold = await restoreCaches(request);
    await line('go build ./...');
    expect((await saveCaches(request, cold, always)).build.saved).toBe(true);
    await module.freshHome();
    const warm = await restoreCaches(request);
    const GOCACHE = warm.build.folder;
    expect(await line('go build -v ./...', { GOCACHE, ...offline })).toBe('');
    await line('rm -rf "$(go env GOCACHE)" && rm -rf ~/.cache && go build ./...', { GOCACHE });
    const saved = await saveCaches({ ...request, env: { ...env, GOCACHE } }, warm, always);
    expect([saved.modules.isFault, saved.build.isFault]).toEqual([false, false]);
  });

  it('a cache that has entries already is not hidden', async () => {
    await module.job(build);
    await module.freshHome();
    await module.go('build ./...');
    const restored = await restoreCaches(module.request);
    expect(restored.mounts).toContain('has entries already');
    expect([restored.modules.layer, restored.build.layer]).toEqual([null, null]);
    expect(await module.go('build -v ./...', offline)).toBe('');
    expect((await saveCaches(module.request, restored, always)).build.saved).toBe(true);
  });

  it('a second setup of the same job leaves the mounts of the first', async () => {
    await module.job(build);
    await module.job(async () => {
      const request = { ...module.request, layeredKinds: ['modules', 'build'] };
      const again = await restoreCaches(request);
      expect([again.modules.hit, again.build.hit]).toEqual(['off', 'off']);
      expect((await saveCaches(request, again, always)).build.saved).toBe(false);
      expect(await module.go('build -v ./...', offline)).toBe('');
    });
  });
});

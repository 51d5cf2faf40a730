import { existsSync, readdirSync, statSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { buildEntryPaths } from '../../../src/cache/entries/build-entries.ts';
import { readDownloadedFiles } from '../../../src/cache/modules/downloaded-modules.ts';
import { restoreCaches } from '../../../src/cache/restore.ts';
import { saveCaches } from '../../../src/cache/save.ts';
import { type AModule, always, aModule, publish } from './a-module.ts';

let module: AModule;
const offline = { GOPROXY: 'off' };

beforeEach(async () => {
  // No package of the standard library, which would take long to compile.
  module = await aModule({
    'go.mod':
      'module example.com/m\n\ngo 1.24\n\nrequire (\n\texample.com/Dep v1.0.0\n\texample.com/unused v1.0.0\n)\n',
    'm.go': 'package m\n\nimport dep "example.com/Dep"\n\nconst X = dep.Y\n',
    'a/a.go': 'package a\n\nimport "example.com/m"\n\nconst Z = m.X\n',
  });
  for (const version of ['v1.0.0', 'v1.1.0']) {
    await publish(module, 'example.com/Dep', version, { 'dep.go': `package dep\n\nconst Y = "${version}"\n` });
  }
  await publish(module, 'example.com/unused', 'v1.0.0', { 'u.go': 'package unused\n' });
  await publish(module, 'example.com/tool', 'v1.0.0', { 'main.go': 'package tool\n' });
  await module.go('mod tidy');
  await module.commit();
  await module.freshHome();
});
afterEach(async () => {
  await module?.[Symbol.asyncDispose]();
});

async function job(steps: () => Promise<void>, request = module.request, policy = always) {
  await module.freshHome();
  const restored = await restoreCaches(request);
  await steps();
  const saved = await saveCaches(request, JSON.parse(JSON.stringify(restored)), policy);
  return { restored, saved };
}

const build = async () => {
  await module.go('build ./...');
};

it('goes from miss over save to an exact hit that compiles nothing, needs no network and costs no upload', async () => {
  const first = await job(build);
  expect([first.restored.modules.hit, first.restored.build.hit]).toEqual(['miss', 'miss']);
  expect([first.saved.modules.saved, first.saved.build.saved]).toEqual([true, true]);
  const second = await job(async () => {
    expect(await module.go('build -v ./...', offline)).toBe('');
    expect(await module.go('vet ./...', offline)).toBe('');
    expect(await module.go('mod verify', offline)).toContain('all modules verified');
    expect(await module.go('list -m all', offline)).toContain('example.com/Dep v1.0.0');
  });
  expect([second.restored.modules.hit, second.restored.build.hit]).toEqual(['exact', 'exact']);
  // vet's few entries are new, but not worth a new archive.
  expect(second.saved.modules).toMatchObject({ saved: false, why: expect.stringContaining('neither is above 10 %') });
  expect(second.saved.build.used.entries).toBeGreaterThan(0);
  expect(second.restored.build.restored.entries).toBe(first.saved.build.packed.entries);
  expect(existsSync(join(module.stagingFolder, 'build')), 'nothing is left in staging').toBe(false);
}, 300_000);

it('falls back by prefix after a dependency has changed, and leaves the old version out of the new archive', async () => {
  await job(build);
  const bump = await job(async () => {
    await module.shell('sed -i s/v1.0.0/v1.1.0/ go.mod && go mod tidy');
    await module.commit();
    await module.go('build ./...');
  });
  expect(bump.saved.modules.saved).toBe(true);
  const next = await job(async () => {
    expect(await module.go('build -v ./...', offline)).toBe('');
  });
  // The modules belong to the go.mod at the end of the job.
  expect([next.restored.modules.hit, next.restored.build.hit]).toEqual(['exact', 'prefix']);
  const zips = readDownloadedFiles(module.gomodcache).filter(({ kind }) => kind === 'zip');
  expect(zips.map((file) => file.module)).toEqual(['example.com/!dep@v1.1.0']);
}, 300_000);

it('keeps what a build list names and what the job has unpacked, whole versions, and no locks, lists or leftovers', async () => {
  const downloads = join(module.gomodcache, 'cache/download');
  const { saved } = await job(async () => {
    await module.go('build ./...');
    // Like `go install TOOL@VERSION`: in no go.mod, and extracted by this job.
    await module.go('mod download example.com/tool@v1.0.0');
    for (const path of [
      'golang.org/toolchain/@v/v0.0.1-go1.99.0.linux-amd64.zip',
      'example.com/!dep/@v/v1.0.0.zip123.tmp',
      'example.com/!dep/@v/v1.0.0.partial',
      'example.com/empty/@v/v1.0.0.mod',
      'example.com/gone/@v/v0.1.0.zip',
      'sumdb/sum.golang.org/latest',
    ]) {
      await mkdir(join(downloads, path, '..'), { recursive: true });
      await writeFile(join(downloads, path), path.includes('empty') ? '' : 'x');
    }
  });
  expect(saved.modules.saved).toBe(true);
  await module.freshHome();
  await restoreCaches(module.request);
  const paths = readdirSync(module.gomodcache, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(downloads.length + 1));
  expect(paths.sort()).toEqual([
    'example.com/!dep/@v/v1.0.0.info',
    'example.com/!dep/@v/v1.0.0.mod',
    'example.com/!dep/@v/v1.0.0.zip',
    'example.com/!dep/@v/v1.0.0.ziphash',
    'example.com/tool/@v/v1.0.0.info',
    'example.com/tool/@v/v1.0.0.mod',
    'example.com/tool/@v/v1.0.0.zip',
    'example.com/tool/@v/v1.0.0.ziphash',
  ]);
}, 300_000);

it('goes by go.mod where the build list needs a network, and then too leaves old versions out that go.sum still names', async () => {
  // Too old for a pruned graph: the build does not read its requirements, but `go list -m all` does.
  await publish(module, 'example.com/above', 'v1.0.0', {
    'go.mod':
      'module example.com/above\n\ngo 1.16\n\nrequire (\n\texample.com/Dep v1.0.0\n\texample.com/tool v1.0.0\n)\n',
    'a.go': 'package above\n\nimport dep "example.com/Dep"\n\nconst Y = dep.Y\n',
  });
  await job(build);
  await module.write({ 'b/b.go': 'package b\n\nimport "example.com/above"\n\nconst Y = above.Y\n' });
  await module.shell(
    'cp go.sum old.sum; go get example.com/above@v1.0.0 example.com/Dep@v1.1.0 && go mod tidy && cat old.sum >> go.sum && rm old.sum',
  );
  await module.commit();
  const { saved } = await job(async () => {
    expect(readDownloadedFiles(module.gomodcache).filter(({ kind }) => kind === 'zip')).toHaveLength(1);
    await build();
    await expect(module.go('list -m all', offline)).rejects.toThrow('module lookup disabled');
  });
  expect(saved.modules.saved).toBe(true);
  await job(build);
  const zips = readDownloadedFiles(module.gomodcache).filter(({ kind }) => kind === 'zip');
  expect(zips.map((file) => file.module).sort()).toEqual(['example.com/!dep@v1.1.0', 'example.com/above@v1.0.0']);
}, 300_000);

it('packs the extracted trees when asked to, and go takes them as its own', async () => {
  const extracted = { ...module.request, modules: 'extracted' } as const;
  await job(build, extracted);
  await job(async () => {
    const tree = join(module.gomodcache, 'example.com/!dep@v1.0.0');
    expect(readdirSync(tree).sort()).toEqual(['dep.go', 'go.mod']);
    expect(await module.go('mod verify', offline)).toContain('all modules verified');
    expect(await module.go('build -v ./...', offline)).toBe('');
  }, extracted);
}, 300_000);

it('merges into a cache that has entries, which stay as they are, or leaves it alone when told to', async () => {
  await job(build);
  // That job's HOME still exists, as on a persistent machine or at a second setup in one job.
  const paths = buildEntryPaths(module.gocache);
  await rm(join(module.gocache, paths[0] ?? ''), { recursive: true });
  const merged = await restoreCaches(module.request);
  expect(merged.build).toMatchObject({ hit: 'exact', alreadyThere: expect.any(Number) });
  expect(merged.build.alreadyThere).toBeGreaterThan(0);
  expect(buildEntryPaths(module.gocache)).toEqual(paths);
  const skipped = await restoreCaches({ ...module.request, whenNotEmpty: 'skip' });
  expect([skipped.modules.hit, skipped.build.hit]).toEqual(['skipped', 'skipped']);
  expect(await module.go('build -v ./...', offline)).toBe('');
}, 300_000);

it('saves nothing after a failed job, or one in which no go command used the cache', async () => {
  const failed = await job(build, module.request, { ...always, jobStatus: 'failure' });
  expect([failed.saved.modules.saved, failed.saved.build.saved]).toEqual([false, false]);
  await job(build);
  const idle = await job(async () => undefined, module.request, { ...always, refreshAbovePercent: -1 });
  expect(idle.saved.build).toMatchObject({ saved: false, why: 'the job used nothing and made nothing' });
}, 300_000);

const memory = '/dev/shm';
const otherDisk = existsSync(memory) && statSync(memory).dev !== statSync(tmpdir()).dev;

it.skipIf(!otherDisk)(
  'works where staging and the caches are on two disks',
  async () => {
    const stagingFolder = await mkdtemp(join(memory, 'staging-'));
    try {
      const apart = { ...module.request, stagingFolder };
      await job(build, apart);
      const { restored } = await job(async () => {
        expect(await module.go('build -v ./...', offline)).toBe('');
      }, apart);
      expect([restored.modules.hit, restored.build.hit]).toEqual(['exact', 'exact']);
      expect(readdirSync(stagingFolder).sort()).toEqual(['restored-build', 'restored-modules']);
    } finally {
      await rm(stagingFolder, { recursive: true });
    }
  },
  300_000,
);

it('restores one archive when the other fails', async () => {
  await job(build);
  await rm(module.storeFolder, { recursive: true });
  await job(build, { ...module.request, build: 'off' });
  const { restored } = await job(build);
  expect([restored.modules.hit, restored.build.hit]).toEqual(['exact', 'miss']);
}, 300_000);

it('carries the history of its archives along, and what the reused entries took to make', async () => {
  await job(build);
  const again = await job(
    async () => {
      await module.write({ 'a/a.go': 'package a\n\nimport "example.com/m"\n\nconst Z = m.X + "2"\n' });
      await module.commit();
      await build();
    },
    module.request,
    { ...always, refreshAbovePercent: -1 },
  );
  expect(again.saved.build.generations).toHaveLength(2);
  expect(again.saved.build.reusedWorthMs).toBeGreaterThan(0);
  expect(again.saved.build.replacesKeys).toEqual([again.restored.build.matchedKey]);
  const third = await job(build);
  expect(third.restored.build.generations).toEqual(again.saved.build.generations);
}, 300_000);

it('makes no cache of what it cannot key, and never throws', async () => {
  const broken = { ...module.request, go: '/nonexistent/go' };
  const restored = await restoreCaches(broken);
  expect(restored.build).toMatchObject({ hit: 'off', why: expect.stringContaining('cannot compute a key') });
  const saved = await saveCaches(broken, restored, always);
  expect([saved.modules.saved, saved.build.saved]).toEqual([false, false]);
});

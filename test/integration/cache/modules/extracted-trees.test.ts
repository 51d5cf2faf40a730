import { appendFile, chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readDownloadedFiles, readModuleTrees } from '../../../../src/cache/modules/downloaded-modules.ts';
import { wasUsed } from '../../../../src/cache/modules/mark-modules.ts';
import { restoreCaches } from '../../../../src/cache/restore.ts';
import type { RestoredCache } from '../../../../src/cache/restored-caches.ts';
import { saveCaches } from '../../../../src/cache/save.ts';
import type { SavedCache } from '../../../../src/cache/saved-caches.ts';
import { type AModule, always, aModule, publish } from '../a-module.ts';

let module: AModule;
const offline = { GOPROXY: 'off' };

beforeEach(async () => {
  // No package of the standard library, which would take long to compile.
  module = await aModule({
    'go.mod': 'module example.com/m\n\ngo 1.24\n\nrequire (\n\texample.com/Dep v1.0.0\n\texample.com/other v1.0.0\n)\n',
    'm.go': 'package m\n\nimport dep "example.com/Dep"\nimport "example.com/other/sub"\n\nconst X = dep.Y + other.Y\n',
  });
  for (const version of ['v1.0.0', 'v1.1.0']) {
    await publish(module, 'example.com/Dep', version, { 'dep.go': `package dep\n\nconst Y = "${version}"\n` });
  }
  await publish(module, 'example.com/other', 'v1.0.0', {
    'sub/o.go': 'package other\n\nconst Y = "o"\n',
    'README.md': 'x'.repeat(3000),
  });
  await publish(module, 'example.com/tool', 'v1.0.0', { 'tool.go': 'package tool\n' });
  await module.go('mod tidy');
  await module.commit();
});
afterEach(async () => {
  await module?.[Symbol.asyncDispose]();
});

async function job(
  steps: (restored: RestoredCache) => Promise<unknown>,
  refreshAbovePercent = 10,
): Promise<{ readonly restored: RestoredCache; readonly saved: SavedCache }> {
  const request = { ...module.request, modules: 'trees', build: 'off' } as const;
  await module.freshHome();
  const restored = await restoreCaches(request);
  await steps(restored.modules);
  const handed = JSON.parse(JSON.stringify(restored)) as typeof restored;
  const saved = await saveCaches(request, handed, { ...always, refreshAbovePercent });
  return { restored: restored.modules, saved: saved.modules };
}

const build = () => module.go('build ./...');
const trees = () => readModuleTrees(module.gomodcache).toSorted();
const zips = () =>
  readDownloadedFiles(module.gomodcache)
    .filter(({ kind }) => kind === 'zip')
    .map((file) => file.module)
    .toSorted();

/** What a job finds in the archive. */
async function stored() {
  let found = { trees: trees(), zips: zips() };
  await job(async () => {
    found = { trees: trees(), zips: zips() };
  });
  return found;
}

const both = ['example.com/!dep@v1.0.0', 'example.com/other@v1.0.0'];

it('saves extracted modules without their zips, and every command that needs no zip works on them offline', async () => {
  const first = await job(build);
  expect(first.saved).toMatchObject({ saved: true, why: 'there was no archive' });
  const { restored, saved } = await job(async () => {
    expect({ trees: trees(), zips: zips() }).toEqual({ trees: both, zips: [] });
    for (const line of ['build ./...', 'vet ./...', 'test ./...', 'list -deps ./...', 'list -m all', 'mod vendor']) {
      await module.go(line, offline);
      if (line !== 'mod vendor') await module.go(line, { ...offline, GOFLAGS: '-mod=mod' });
    }
    expect(await module.go('mod verify', offline)).toContain('all modules verified');
    await expect(module.go('mod download', offline)).rejects.toThrow('module lookup disabled');
    expect(trees()).toEqual(both);
    await module.shell('rm -r vendor');
  });
  expect(restored.hit).toBe('exact');
  expect(saved).toMatchObject({ saved: false, why: expect.stringContaining('neither is above 10 %') });
}, 300_000);

it('saves the zips of a job that fetched them next to restored modules, so that its next run downloads nothing', async () => {
  await job(build);
  const second = await job(() => module.go('mod download'));
  expect([second.restored.hit, second.saved.saved]).toEqual(['exact', true]);
  const third = await job(() => module.go('mod download', offline));
  expect([third.restored.hit, third.saved.saved]).toEqual(['exact', false]);
  const bump = await job(async () => {
    await module.shell('sed -i "/Dep/s/v1.0.0/v1.1.0/" go.mod && go mod tidy');
    await module.commit();
    await build();
  });
  expect(bump.saved.saved).toBe(true);
  const next = await job(async () => {
    expect(zips()).toEqual(['example.com/!dep@v1.1.0', 'example.com/other@v1.0.0']);
    await module.go('mod download', offline);
    await module.go('build ./...', offline);
  });
  expect([next.restored.hit, next.saved.saved]).toEqual(['exact', false]);
}, 300_000);

it.each([
  [
    'patched',
    async (tree: string) => {
      await chmod(join(tree, 'dep.go'), 0o644);
      await appendFile(join(tree, 'dep.go'), '// patched\n');
    },
  ],
  [
    'half extracted',
    async (_: string, download: string) => {
      await writeFile(`${download}.partial`, '');
    },
  ],
  [
    'with a file that is not in its zip',
    async (tree: string) => {
      await chmod(tree, 0o755);
      await writeFile(join(tree, 'more.go'), 'package dep\n');
    },
  ],
])(
  'saves the zip of a module that is %s, and the others as they are',
  async (_, spoil) => {
    const { saved } = await job(async () => {
      await build();
      await spoil(
        join(module.gomodcache, 'example.com/!dep@v1.0.0'),
        join(module.gomodcache, 'cache/download/example.com/!dep/@v/v1.0.0'),
      );
    });
    expect(saved.saved).toBe(true);
    expect(await stored()).toEqual({ trees: both.slice(1), zips: both.slice(0, 1) });
    await job(() => module.go('build ./...', offline));
  },
  300_000,
);

it('leaves out as a whole what a job has patched in a restored module, and keeps the rest', async () => {
  await job(build);
  const { saved } = await job(async () => {
    const file = join(module.gomodcache, 'example.com/other@v1.0.0/sub/o.go');
    await chmod(file, 0o644);
    // Of the same size.
    await writeFile(file, 'package other\n\nconst Y = "p"\n');
    await module.shell('sed -i "/Dep/s/v1.0.0/v1.1.0/" go.mod && go mod tidy');
    await module.commit();
    await build();
  });
  expect(saved.saved).toBe(true);
  expect(await stored()).toEqual({ trees: ['example.com/!dep@v1.1.0'], zips: [] });
}, 300_000);

it('keeps a tool that no go.mod names, and knows from its checksum file that a job used it', async () => {
  const tool = 'example.com/tool@v1.0.0';
  // Like `go install TOOL@VERSION`, and without the packages that an executable needs.
  const useTool = (env = '') =>
    module.shell(
      `cd $(mktemp -d) && ${env} go mod init example.com/x && ${env} go get ${tool} && printf 'package x\n\nimport _ "example.com/tool"\n' > x.go && ${env} go build`,
    );
  await job(async () => {
    await build();
    await useTool();
  });
  let used: readonly boolean[] = [];
  const again = await job(async () => {
    expect({ trees: trees(), zips: zips() }).toEqual({ trees: [...both, tool], zips: [] });
  }, -1);
  expect(again.saved.idle.entries).toBeGreaterThan(0);
  const uses = await job(async ({ markMs }) => {
    used = [tool, ...both].map((one) => wasUsed(module.gomodcache, one, markMs));
    await useTool('GOPROXY=off');
    used = [...used, wasUsed(module.gomodcache, tool, markMs)];
  }, -1);
  expect(used).toEqual([false, false, false, true]);
  expect(uses.saved.idle.entries).toBe(0);
}, 300_000);

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { imageFormats } from '../../../../src/cache/layer/image-format.ts';
import { readMounts } from '../../../../src/cache/layer/mount/mount-table.ts';
import { always } from '../a-module.ts';
import { type AMountedModule, aMountedModule, missingMounts } from './a-mounted-module.ts';

const missing = new Map(
  await Promise.all(imageFormats.map(async (format) => [format, await missingMounts([format])] as const)),
);

let module: AMountedModule;
afterEach(async () => {
  await module?.[Symbol.asyncDispose]();
});

const offline = { GOPROXY: 'off' };
const build = async () => {
  await module.go('build ./...');
};

describe.each(imageFormats)('layers of %s', (format) => {
  const why = missing.get(format) ?? null;

  it.skipIf(why !== null)(
    `serve a whole job, a bump of it, and a base in place of both (needs: ${why ?? 'nothing more'})`,
    async () => {
      module = await aMountedModule([format]);
      const first = await module.job(build);
      expect(first.saved).toMatchObject({ modules: { saved: true }, build: { saved: true } });
      await module.go('get example.com/Dep@v1.1.0');
      await module.commit();
      const second = await module.job(async () => {
        const types = readMounts().filter(({ mountPoint }) => mountPoint.startsWith(`${module.stagingFolder}/`));
        expect(types.map(({ type }) => type)).toEqual([format, format]);
        await build();
      });
      expect(second.restored).toMatchObject({ modules: { hit: 'prefix' }, build: { hit: 'prefix' } });
      expect(second.saved.modules.why).toContain('increment');
      const third = await module.job(async () => {
        expect(await module.go('build -v ./...', offline)).toBe('');
        expect(await module.go('mod verify', offline)).toContain('all modules verified');
      });
      expect(third.restored.modules.why).toContain('2 layers');
      const whys: string[] = [];
      for (const text of ['const A = 1', 'const A = 2', 'const A = 3', 'const A = 4', 'const A = 5', 'const A = 6']) {
        await module.write({ 'a/a.go': `package a\n\n${text}\n`, 'c/c.go': `package c\n\n${text}\n` });
        await module.commit();
        whys.push((await module.job(build, { ...always, refreshAbovePercent: 0 })).saved.build.why);
      }
      expect(whys).toContainEqual(expect.stringMatching(/^base: /));
      await module.job(async (restored) => {
        expect(restored.build.hit).toBe('exact');
        expect(await module.go('build -v ./...', offline)).toBe('');
        expect(existsSync(join(module.gomodcache, 'example.com/!dep@v1.1.0/dep.go'))).toBe(true);
        expect(await module.go('mod verify', offline)).toContain('all modules verified');
      });
    },
  );
});

/** A job whose caches are mounted gives them to containers as volumes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { layersFolder } from '../../src/cache/layer/layer-state.ts';
import { ownMounts } from '../../src/cache/layer/mount/mounted-layers.ts';
import { labImage, toolchainImage } from '../../src/lab/runtime/docker/image.ts';
import { type AMountedModule, aMountedModule, missingMounts } from '../integration/cache/layer/a-mounted-module.ts';
import { aRealGo } from '../integration/lab/a-real-go.ts';
import { anEngine, docker, missingEngine } from './an-engine.ts';

const missing = missingEngine ?? (await missingMounts());

describe.skipIf(missing !== null)(`mounted caches as volumes (needs: ${missing ?? 'nothing more'})`, () => {
  let image: string;
  let module: AMountedModule;
  const containers: string[] = [];
  beforeAll(async () => {
    const { signal } = new AbortController();
    const lab = await labImage(anEngine().docker, () => undefined, signal);
    image = await toolchainImage(anEngine().docker, lab, await aRealGo(), () => undefined, signal);
  }, 600_000);
  beforeEach(async () => {
    module = await aMountedModule();
  });
  afterEach(async () => {
    for (const id of containers.splice(0)) await docker('rm', '-f', id);
    await module?.[Symbol.asyncDispose]();
  });

  /** Where the host has them: a package's folder is part of its key in the build cache. */
  const volumes = () =>
    [module.gomodcache, module.gocache, module.workspace].flatMap((folder) => ['-v', `${folder}:${folder}`]);
  /** Without a network, so with GOPROXY=off. */
  const inContainer = async (line: string) => {
    const env = { GOMODCACHE: module.gomodcache, GOCACHE: module.gocache, GOPROXY: 'off', GOFLAGS: '-buildvcs=false' };
    const settings = Object.entries(env).flatMap(([name, value]) => ['-e', `${name}=${value}`]);
    const runs = ['--network', 'none', '--user', '0', '-w', module.workspace, image, 'bash', '-c', `${line} 2>&1`];
    return await docker('run', '--rm', ...volumes(), ...settings, ...runs);
  };
  const build = async () => {
    await module.go('build ./...');
  };

  it('what a container has compiled is saved, and the next job compiles nothing in one', async () => {
    await module.job(build);
    const second = await module.job(async () => {
      expect((await inContainer('/opt/go/bin/go build -v ./...')).split('\n')).toContain('example.com/m');
    });
    expect(second.saved.build).toMatchObject({ saved: true, isFault: false });
    await module.job(async (restored) => {
      expect(restored).toMatchObject({ modules: { hit: 'exact' } });
      expect(await inContainer('/opt/go/bin/go build -v ./...')).toBe('');
      expect(await inContainer('/opt/go/bin/go mod verify')).toBe('all modules verified');
    });
  });

  it('a container that outlives the job keeps its own view, and nobody waits for it', async () => {
    await module.job(build);
    const file = () => join(module.gomodcache, 'example.com/!dep@v1.0.0/dep.go');
    let text = '';
    let id = '';
    const second = await module.job(async () => {
      text = readFileSync(file(), 'utf8');
      id = await docker('run', '-d', ...volumes(), image, 'sleep', '600');
      containers.push(id);
      await build();
    });
    expect([second.saved.modules.isFault, second.saved.build.isFault]).toEqual([false, false]);
    expect(ownMounts(layersFolder(module.stagingFolder))).toEqual([]);
    expect(await docker('exec', id, 'cat', file())).toBe(text.trim());
    await module.job(async (restored) => {
      expect(restored).toMatchObject({ modules: { hit: 'exact' }, build: { hit: 'exact' } });
      expect(await module.go('build -v ./...', { GOPROXY: 'off' })).toBe('');
    });
    expect(await docker('exec', id, 'cat', file())).toBe(text.trim());
  });
});

/** A real Go module whose jobs mount their caches. */

import type { ImageFormat } from '../../../../src/cache/layer/image-format.ts';
import { layersFolder } from '../../../../src/cache/layer/layer-state.ts';
import { clearLayers } from '../../../../src/cache/layer/mount/clear-layers.ts';
import { findMountTools } from '../../../../src/cache/layer/mount/mount-tools.ts';
import { restoreCaches } from '../../../../src/cache/restore.ts';
import type { RestoredCaches } from '../../../../src/cache/restored-caches.ts';
import { saveCaches } from '../../../../src/cache/save.ts';
import type { SavedCaches } from '../../../../src/cache/saved-caches.ts';
import { scratchDir } from '../../../unit/go/tiny-go.ts';
import { type AModule, always, aModule, publish } from '../a-module.ts';

export interface AMountedModule extends AModule {
  /** A whole job on a fresh runner: restore, work, save, unmount. */
  readonly job: (
    steps: (restored: RestoredCaches) => Promise<void>,
    policy?: typeof always,
  ) => Promise<{ readonly restored: RestoredCaches; readonly saved: SavedCaches }>;
  readonly unmount: () => Promise<number>;
}

/** Requires example.com/Dep v1.0.0, whose v1.1.0 is published too, and a larger module that stays as it is. */
export async function aMountedModule(imageFormats?: readonly ImageFormat[]): Promise<AMountedModule> {
  // No package of the standard library, which would take its time to compile.
  const plain = await aModule({
    'go.mod': 'module example.com/m\n\ngo 1.24\n\nrequire (\n\texample.com/Dep v1.0.0\n\texample.com/big v1.0.0\n)\n',
    'm.go': 'package m\n\nimport dep "example.com/Dep"\n\nconst X = dep.Y\n',
    'b/b.go': 'package b\n\nimport "example.com/big"\n\nconst X = big.Y\n',
    'a/a.go': 'package a\n\nimport "example.com/m"\n\nconst Z = m.X\n',
  });
  const module: AModule = {
    ...plain,
    request: { ...plain.request, mounts: 'auto', ...(imageFormats && { imageFormats }) },
  };
  for (const version of ['v1.0.0', 'v1.1.0']) {
    const files = { 'dep.go': `package dep\n\nconst Y = "${version}"\n`, 'sub/sub.go': 'package sub\n' };
    await publish(module, 'example.com/Dep', version, files);
  }
  const ballast = { 'big.go': `package big\n\nconst Y = 1\n\n// ${'x'.repeat(20_000)}\n` };
  await publish(module, 'example.com/big', 'v1.0.0', ballast);
  await publish(module, 'example.com/tool', 'v1.0.0', { 'main.go': 'package main\n\nfunc main() {}\n' });
  await module.go('mod tidy');
  await module.commit();
  await module.freshHome();
  const unmount = () => clearLayers(layersFolder(module.stagingFolder));
  return {
    ...module,
    unmount,
    job: async (steps, policy = always) => {
      await module.freshHome();
      const restored = await restoreCaches(module.request);
      try {
        await steps(restored);
        // As between the step and its end.
        const handed = JSON.parse(JSON.stringify(restored)) as RestoredCaches;
        return { restored, saved: await saveCaches(module.request, handed, policy) };
      } finally {
        await unmount();
      }
    },
    [Symbol.asyncDispose]: async () => {
      await unmount();
      await module[Symbol.asyncDispose]();
    },
  };
}

/** Why these tests cannot run here, or null. A CI without mounts fails them, rather than pass them by. */
export async function missingMounts(formats?: readonly ImageFormat[]): Promise<string | null> {
  await using trial = await scratchDir();
  const tools = await findMountTools(trial.path, formats);
  return 'why' in tools && process.env['CI'] !== 'true' ? tools.why : null;
}

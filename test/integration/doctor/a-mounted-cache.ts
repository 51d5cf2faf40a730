/** A folder that is an overlay of loop-mounted images, as the action mounts a module cache. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { imageCommand } from '../../../src/cache/layer/image-format.ts';
import { clearLayers } from '../../../src/cache/layer/mount/clear-layers.ts';
import { mustSucceed } from '../../../src/cache/layer/mount/layer-command.ts';
import { findMountTools, type MountTools } from '../../../src/cache/layer/mount/mount-tools.ts';
import { mountOverlay } from '../../../src/cache/layer/mount/mounted-layers.ts';

type Files = Readonly<Record<string, string>>;

export interface MountedCache extends AsyncDisposable {
  readonly mountPoint: string;
  /** What takes the changes. */
  readonly upper: string;
}

/** @param layers the files of each image, the newest first. @param place an own folder. */
export async function aMountedCache(
  tools: MountTools,
  place: string,
  mountPoint: string,
  layers: readonly Files[],
): Promise<MountedCache> {
  mkdirSync(mountPoint, { recursive: true });
  const made = layers.map((files, index) => ({
    tree: join(place, `tree${index}`),
    image: join(place, `image${index}`),
    folder: join(place, 'layers', `${index}`),
    files,
  }));
  for (const { tree, image, files } of made) {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(tree, path)), { recursive: true });
      writeFileSync(join(tree, path), text);
    }
    const count = Object.keys(files).length;
    const size = { files: count, folders: 16 * count, blockBytes: 4096 * count };
    await mustSucceed(imageCommand(tools.format, tree, image, Date.now() - 10_800_000, size));
  }
  await mountOverlay({ tools, layers: made, within: '', place, mountPoint, beneath: null });
  return {
    mountPoint,
    upper: join(place, 'upper'),
    [Symbol.asyncDispose]: async () => {
      await clearLayers(place);
    },
  };
}

/** How this machine mounts, or why it cannot. A CI without mounts fails these tests, rather than pass them by. */
export async function mountToolsHere(): Promise<MountTools | { readonly why: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'mounts-'));
  try {
    const tools = await findMountTools(folder);
    if ('why' in tools && process.env['CI'] === 'true') throw new Error(tools.why);
    return tools;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EnvironmentError, messageOf } from '../../../errors.ts';
import { type ImageFormat, imageCommand, imageFormats } from '../image-format.ts';
import { clearLayers, rootPrefix } from './clear-layers.ts';
import { layerCommand, mustSucceed } from './layer-command.ts';
import { canMountFiles, mountOverlay } from './mounted-layers.ts';

/** How this machine makes and mounts layers. Plain JSON. */
export interface MountTools {
  readonly format: ImageFormat;
  /** What goes before a command that root alone may run: nothing, or sudo. */
  readonly asRoot: readonly string[];
  /** Whether overlay keeps only the metadata of a file whose times changed. */
  readonly metacopy: boolean;
  /** Whether the kernel mounts an image as it is, without a loop device: EROFS since Linux 6.12. */
  readonly fromFile: boolean;
}

/** The fastest first. */
function variantsOf(format: ImageFormat): readonly Pick<MountTools, 'metacopy' | 'fromFile'>[] {
  const withLoop = [true, false].map((metacopy) => ({ metacopy, fromFile: false }));
  return format === 'erofs' && canMountFiles ? [{ metacopy: true, fromFile: true }, ...withLoop] : withLoop;
}

/**
 * Finds out by doing it once: makes a small image, mounts it, lays an overlay on it, and changes a
 * file there. The caches' own folder may be on another filesystem; only `folder` takes changes.
 *
 * @param folder an own one, on the disk that will take the changes
 * @param formats to try, in this order
 */
export async function findMountTools(
  folder: string,
  formats: readonly ImageFormat[] = imageFormats,
): Promise<MountTools | { readonly why: string }> {
  if (process.platform !== 'linux') return { why: `${process.platform} has no overlay mounts` };
  if (/[:,\\"\s]/.test(folder)) return { why: `mount cannot be given the folder ${folder}` };
  const asRoot = rootPrefix();
  if (asRoot.length > 0) {
    const answer = await layerCommand(['sudo', '-n', 'true']).catch((error: unknown) => {
      if (error instanceof EnvironmentError) return null;
      throw error;
    });
    if (answer?.code !== 0) return { why: 'this user is not root and has no sudo without a password' };
  }
  const whys: string[] = [];
  for (const format of formats) {
    for (const variant of variantsOf(format)) {
      const tools: MountTools = { format, asRoot, ...variant };
      try {
        await tryOnce(folder, tools);
        return tools;
      } catch (error) {
        if (tools.fromFile) continue;
        whys.push(`${format}: ${messageOf(error)}`);
        // Without a maker or the filesystem, metacopy makes no difference.
        if (!(error instanceof OverlayFailed)) break;
      }
    }
  }
  return { why: whys.join('; ') };
}

class OverlayFailed extends EnvironmentError {}

async function tryOnce(folder: string, tools: MountTools): Promise<void> {
  const place = join(folder, 'probe');
  const at = (name: string) => join(place, name);
  try {
    await clearLayers(place);
    mkdirSync(at('tree/content/below'), { recursive: true });
    writeFileSync(at('tree/content/below/file'), 'as it was');
    const size = { files: 1, folders: 3, blockBytes: 4096 };
    await mustSucceed(imageCommand(tools.format, at('tree'), at('image'), 946_684_800_000, size));
    mkdirSync(at('merged'));
    const layers = [{ image: at('image'), folder: at('layer') }];
    await mountOverlay({ tools, layers, within: 'content', place, mountPoint: at('merged'), beneath: null });
    try {
      writeFileSync(at('merged/below/file'), 'changed');
      writeFileSync(at('merged/below/other'), 'new');
      if (readFileSync(at('upper/below/other'), 'utf8') !== 'new') throw new Error('nothing arrived above');
    } catch (error) {
      throw new OverlayFailed(`a mounted file cannot be changed: ${messageOf(error)}`, { cause: error });
    }
  } catch (error) {
    if (error instanceof EnvironmentError && /overlay|metacopy/.test(error.message)) {
      throw new OverlayFailed(error.message, { cause: error });
    }
    throw error;
  } finally {
    // The kernel leaves a folder there that only root can remove.
    await clearLayers(place);
  }
}

import { chmodSync, lstatSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { errnoOf } from '../../errors.ts';
import { linkOrCopy, removeTree } from '../archive/staging.ts';
import type { ChosenUnit } from './choose/choose-layer.ts';
import { hashFile } from './file-hash.ts';
import { type ImageFormat, imageCommand, type TreeSize } from './image-format.ts';
import type { LayerUnit } from './layer-manifest.ts';
import { mustSucceed } from './mount/layer-command.ts';

export interface PackedImage {
  /** What is in it: a unit of which a file vanished meanwhile is not. */
  readonly units: readonly LayerUnit[];
  readonly sha256: string;
  readonly imageBytes: number;
}

/** Units, and the folders that may have them, in the order in which they are searched. */
export interface LayerPart {
  readonly units: readonly ChosenUnit[];
  readonly from: readonly string[];
}

/**
 * Makes an image of files of a cache, as links where that is possible.
 *
 * @param content the folder of the image that they go into
 * @param scratch an own folder, emptied before and after
 * @throws EnvironmentError when the image cannot be made.
 */
export async function packImage(
  format: ImageFormat,
  parts: readonly LayerPart[],
  content: string,
  scratch: string,
  image: string,
  markMs: number,
): Promise<PackedImage> {
  removeTree(scratch);
  try {
    const root = join(scratch, content);
    mkdirSync(root, { recursive: true });
    const tree = new StagedTree(root);
    const staged = parts.flatMap(({ units, from }) => units.filter((unit) => tree.add(unit, from)));
    tree.protectFolders();
    await mustSucceed(imageCommand(format, scratch, image, markMs, tree.size));
    const { sha256, bytes } = await hashFile(image);
    return {
      units: staged.map(({ path, bytes, costMs }) => ({ path, bytes, costMs })),
      sha256,
      imageBytes: bytes,
    };
  } finally {
    removeTree(scratch);
  }
}

/** The tree of which an image is made, while it grows. */
class StagedTree {
  readonly #root: string;
  /** Each folder below the root, and the one of the cache that it stands for. */
  readonly #folders = new Map<string, string>();
  #files = 0;
  #blockBytes = 0;

  constructor(root: string) {
    this.#root = root;
  }

  get size(): TreeSize {
    return { files: this.#files, folders: this.#folders.size + 2, blockBytes: this.#blockBytes };
  }

  /** @returns false when it is not there as it was chosen; nothing of it stays then. */
  add({ path, bytes, files }: ChosenUnit, from: readonly string[]): boolean {
    const source = from.find((folder) => files.every((file) => isThere(join(folder, file))));
    if (source === undefined) return false;
    let staged = 0;
    try {
      for (const file of files) {
        const target = join(this.#root, file);
        this.#ensure(dirname(file), source);
        linkOrCopy(join(source, file), target);
        const { size } = lstatSync(target);
        staged += size;
        this.#blockBytes += Math.ceil(size / 4096) * 4096;
      }
    } catch (error) {
      if (errnoOf(error) !== 'ENOENT') throw error;
      staged = -1;
    }
    if (staged === bytes) {
      this.#files += files.length;
      return true;
    }
    removeTree(join(this.#root, path));
    return false;
  }

  /** As in the cache, where go takes the right to write from the folders of a module. */
  protectFolders(): void {
    for (const [folder, source] of [...this.#folders].reverse()) {
      const mode = lstatSync(source, { throwIfNoEntry: false })?.mode;
      if (mode !== undefined) chmodSync(join(this.#root, folder), mode & 0o777);
    }
  }

  #ensure(folder: string, source: string): void {
    if (folder === '.' || this.#folders.has(folder)) return;
    this.#ensure(dirname(folder), source);
    mkdirSync(join(this.#root, folder), { recursive: true });
    this.#folders.set(folder, join(source, folder));
  }
}

function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

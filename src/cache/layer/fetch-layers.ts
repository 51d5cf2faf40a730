import { lstatSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { settleAll } from '../../settle-all.ts';
import { DamagedArchive } from '../archive/damaged-archive.ts';
import type { CacheKey } from '../keys/cache-key.ts';
import type { CacheStore, FetchOutcome } from '../store/store.ts';
import { hashFile } from './file-hash.ts';
import type { ImageFormat } from './image-format.ts';
import {
  imageName,
  type LayerKind,
  type LayerManifest,
  type LayerParent,
  readLayerManifest,
} from './layer-manifest.ts';

/** A layer and all those below it, each held to its digest. */
export interface FetchedLayers {
  readonly outcome: 'hit';
  readonly matchedKey: string;
  /** The newest first. */
  readonly manifests: readonly LayerManifest[];
  /** The images, in the same order. */
  readonly images: readonly string[];
  /** Packed; null: the store did not report it. */
  readonly archiveBytes: number | null;
}

export interface LayerRequest {
  readonly store: CacheStore;
  readonly kind: LayerKind;
  readonly format: ImageFormat;
  /** An own folder; each layer goes into one of its own below it, named by its number. */
  readonly folder: string;
}

type Hit = Extract<FetchOutcome, { readonly outcome: 'hit' }>;

/**
 * Fetches the newest layer that matches, and those that it stands on, all at once. When it throws,
 * nothing is still being fetched.
 *
 * @throws DamagedArchive when one of them is damaged, is another one, or is gone.
 */
export async function fetchLayers(
  request: LayerRequest,
  { key, prefixes }: Pick<CacheKey, 'key' | 'prefixes'>,
): Promise<FetchedLayers | Exclude<FetchOutcome, Hit>> {
  const top = await fetchOne(request, 0, key, prefixes);
  if (top.outcome !== 'hit') return top;
  const manifest = readLayerManifest(folderOf(request, 0), request.kind);
  const [, ...below] = await settleAll([
    checkImage(request, 0, manifest),
    ...manifest.parents.map((parent, index) => fetchParent(request, index + 1, parent)),
  ]);
  const parents = below.filter((one) => one !== undefined);
  const sizes = [top.archiveBytes, ...parents.map(({ archiveBytes }) => archiveBytes)];
  return {
    outcome: 'hit',
    matchedKey: top.matchedKey,
    manifests: [manifest, ...parents.map((parent) => parent.manifest)],
    images: sizes.map((_, index) => join(folderOf(request, index), imageName)),
    archiveBytes: sizes.reduce<number | null>((sum, bytes) => (sum === null || bytes === null ? null : sum + bytes), 0),
  };
}

async function fetchParent(request: LayerRequest, index: number, { key, sha256 }: LayerParent) {
  const got = await fetchOne(request, index, key, []);
  if (got.outcome === 'miss') throw new DamagedArchive(`the layer ${key} that it stands on is gone`);
  if (got.outcome === 'failed') throw new DamagedArchive(`the layer ${key} that it stands on: ${got.why}`);
  const manifest = readLayerManifest(folderOf(request, index), request.kind);
  if (manifest.sha256 !== sha256) throw new DamagedArchive(`${key} is another layer than the one that it stands on`);
  await checkImage(request, index, manifest);
  return { manifest, archiveBytes: got.archiveBytes };
}

async function fetchOne(
  { store, kind, folder }: LayerRequest,
  index: number,
  key: string,
  prefixes: readonly string[],
): Promise<FetchOutcome> {
  const root = join(folder, String(index));
  mkdirSync(root, { recursive: true });
  return await store.fetch({ kind, root, key, prefixes });
}

async function checkImage(request: LayerRequest, index: number, manifest: LayerManifest): Promise<void> {
  if (manifest.format !== request.format) throw new DamagedArchive(`its image is ${manifest.format}`);
  const image = join(folderOf(request, index), imageName);
  // What is mounted must be what was read: not something that a link leads to.
  if (lstatSync(image, { throwIfNoEntry: false })?.isFile() !== true) throw new DamagedArchive('its image is missing');
  const { sha256, bytes } = await hashFile(image);
  if (bytes !== manifest.imageBytes) throw new DamagedArchive(`its image has ${bytes} of ${manifest.imageBytes} bytes`);
  if (sha256 !== manifest.sha256) throw new DamagedArchive('its image has other content');
}

function folderOf({ folder, kind }: LayerRequest, index: number): string {
  return join(folder, String(index), kind);
}

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf } from '../../errors.ts';
import { amountOf } from '../accounting.ts';
import { DamagedArchive } from '../archive/damaged-archive.ts';
import type { CacheKey } from '../keys/cache-key.ts';
import { isExactHit } from '../keys/keys.ts';
import type { CacheRequest } from '../request.ts';
import type { RestoredCache } from '../restored-caches.ts';
import { isDamage } from '../store/is-damage.ts';
import { fetchLayers } from './fetch-layers.ts';
import type { LayerKind } from './layer-manifest.ts';
import { mustRecordUse } from './layer-plan.ts';
import { contentFolders, type LayerState, layerPlace } from './layer-state.ts';
import { clearLayers } from './mount/clear-layers.ts';
import { mountPointOf } from './mount/mount-point.ts';
import type { MountTools } from './mount/mount-tools.ts';
import { mountOverlay } from './mount/mounted-layers.ts';
import { setImageTime } from './set-image-time.ts';

/** Longer than any job. */
const restMs = 90 * 24 * 3_600_000;

/** What a cache that was mounted, or could have been, tells of itself. */
export type RestoredLayer = Pick<RestoredCache, 'hit' | 'why'> &
  Partial<RestoredCache> & { readonly layer: LayerState };

/**
 * Fetches the layers of an empty cache, holds each to its digest, and mounts them. Of a damaged
 * chain nothing is mounted, and nothing stays.
 *
 * @param unmounted where the cache is as long as it is not mounted
 */
export async function restoreLayer(
  { store, stagingFolder, env }: CacheRequest,
  key: CacheKey,
  kind: LayerKind,
  unmounted: string,
  tools: MountTools,
  nowMs: number,
): Promise<RestoredLayer> {
  const place = layerPlace(stagingFolder, kind);
  const { mountPoint, folder, showsBeneath } = mountPointOf(kind, unmounted, place, env);
  const none: LayerState = { tools, chain: [], mountPoint, recordsUse: true };
  try {
    await clearLayers(place);
    const request = { store, kind, format: tools.format, folder: join(place, 'fetched') };
    const got = await fetchLayers(request, key);
    if (got.outcome === 'miss') return { hit: 'miss', why: 'no layer has a matching key or prefix', layer: none };
    if (got.outcome === 'failed') throw isDamage(got.why) ? new DamagedArchive(got.why) : new Error(got.why);
    const { manifests, images, matchedKey, archiveBytes } = got;
    const isExact = isExactHit(key, matchedKey);
    const restored = amountOf(manifests.flatMap(({ units }) => units));
    const [newest] = manifests;
    const counted = newest?.recordedUse ? (newest.generations.at(-1)?.bytes ?? null) : null;
    const recordsUse =
      kind !== 'build' ||
      tools.format !== 'erofs' ||
      mustRecordUse(isExact, { mountedBytes: restored.bytes, layers: manifests.length }, counted);
    // go renews no time that is not an hour old; each renewal makes a file in the upper folder.
    if (!recordsUse) for (const image of images) setImageTime(image, nowMs + restMs);
    for (const wanted of [mountPoint, folder]) mkdirSync(wanted, { recursive: true });
    await mountOverlay({
      tools,
      layers: images.map((image, index) => ({ image, folder: join(place, 'layers', String(index)) })),
      within: mountPoint === folder ? contentFolders[kind] : '',
      place,
      mountPoint,
      beneath: showsBeneath ? mountPoint : null,
    });
    // An open loop device keeps its image; without a name it goes with the mount.
    for (const image of images) rmSync(image, { force: true });
    // So that go neither deletes entries that are days old nor trims during the job.
    if (kind === 'build') writeFileSync(join(folder, 'trim.txt'), String(Math.floor(nowMs / 1000)));
    return {
      folder,
      hit: isExact ? 'exact' : 'prefix',
      why: `mounted ${manifests.length} ${manifests.length === 1 ? 'layer' : 'layers'}${isExact ? '; nothing in the key has changed' : ''}`,
      matchedKey,
      restored,
      archiveBytes,
      generations: newest?.generations ?? [],
      markMs: kind === 'build' && recordsUse ? Math.max(...manifests.map(({ markMs }) => markMs)) : null,
      layer: { ...none, recordsUse, chain: manifests.map(({ key, sha256 }) => ({ key, sha256 })) },
    };
  } catch (error) {
    const damaged = error instanceof DamagedArchive;
    const why = `${damaged ? 'rejected the layer' : 'nothing was restored'}: ${messageOf(error)}`;
    const left = await clearLayers(place).then(
      () => '',
      (again: unknown) => `; and of it stays: ${messageOf(again)}`,
    );
    return { hit: damaged ? 'damaged' : 'miss', why: why + left, isFault: true, layer: none };
  }
}

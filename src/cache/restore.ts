import { mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf } from '../errors.ts';
import { amountOf, nothing } from './accounting.ts';
import { DamagedArchive } from './archive/damaged-archive.ts';
import { manifestName } from './archive/manifest.ts';
import { emptyRoot, placeUnits, removeTree } from './archive/staging.ts';
import type { CacheKey } from './keys/cache-key.ts';
import { readKeyFacts } from './keys/key-facts.ts';
import { computeKeys, isExactHit } from './keys/keys.ts';
import { type CacheKind, type PerKind, perKind, perKindAtOnce } from './kind.ts';
import type { ArchiveKind, CachePlace } from './kinds/archive-kind.ts';
import { kinds } from './kinds/kinds.ts';
import type { LayerKind } from './layer/layer-manifest.ts';
import { decideMounts, keptByEarlier, lookForMounts, type MountDecision } from './layer/mount/decide-mounts.ts';
import { restoreLayer } from './layer/restore-layer.ts';
import { readModuleTrees } from './modules/downloaded-modules.ts';
import { noNeeds, serves } from './modules/module-needs.ts';
import type { CacheRequest } from './request.ts';
import type { RestoredCache, RestoredCaches } from './restored-caches.ts';
import { isDamage } from './store/is-damage.ts';

/**
 * Restores all archives concurrently, and stamps the entries of the caches. A failure of one
 * becomes a miss with a reason: a job without a cache is slow, not broken.
 *
 * An archive is unpacked beside the caches and checked byte by byte against its manifest before
 * anything is moved in, so go never sees a damaged one.
 */
export async function restoreCaches(request: CacheRequest): Promise<RestoredCaches> {
  const startedMs = Date.now();
  let places: PerKind<CachePlace>;
  let keys: PerKind<CacheKey>;
  let mounts: MountDecision;
  try {
    const [facts, machine] = await Promise.all([readKeyFacts(request), lookForMounts(request)]);
    places = perKind((kind) =>
      request.layeredKinds?.includes(kind) ? { off: keptByEarlier } : kinds[kind].place(request, facts),
    );
    mounts = decideMounts(request, machine, places);
    const format = (kind: LayerKind) => mounts.tools[kind]?.format ?? null;
    keys = await computeKeys(request, facts, { modules: format('modules'), build: format('build') });
  } catch (error) {
    const why = `cannot compute a key: ${messageOf(error)}`;
    const cold = perKind((kind) => ({ ...without(kind, 'off', why), isFault: true }));
    return { ...cold, startedMs, hadTrees: false, mounts: '' };
  }
  const hadTrees = 'folder' in places.modules && readModuleTrees(places.modules.folder).length > 0;
  const restored = await perKindAtOnce(async (kind) => {
    const place = places[kind];
    if ('off' in place) return without(kind, 'off', place.off);
    const tools = kind === 'modules' || kind === 'build' ? mounts.tools[kind] : null;
    if (tools !== null && (kind === 'modules' || kind === 'build')) {
      const begin = performance.now();
      const layer = await restoreLayer(request, keys[kind], kind, place.folder, tools, startedMs);
      const { folder } = place;
      return {
        ...without(kind, layer.hit, layer.why),
        folder,
        key: keys[kind],
        ...layer,
        ms: performance.now() - begin,
      };
    }
    const archive = kinds[kind];
    const cache = await restoreOne(request, keys[kind], kind, place.folder, archive);
    return { ...cache, markMs: markOrNull(archive, place.folder, startedMs, request.markMs) };
  });
  return { ...restored, startedMs, hadTrees, mounts: mounts.why };
}

/** A cache that cannot be stamped is still usable: all of it counts as used. */
function markOrNull({ mark }: ArchiveKind, folder: string, nowMs: number, earlierMarkMs: number | null): number | null {
  try {
    return mark(folder, nowMs, earlierMarkMs);
  } catch (error) {
    // EROFS, ENOSPC, EACCES: go itself reports these, and better.
    if (!(error instanceof Error && 'code' in error)) throw error;
    return null;
  }
}

async function restoreOne(
  { store, stagingFolder, whenNotEmpty }: CacheRequest,
  key: CacheKey,
  kind: CacheKind,
  folder: string,
  archive: ArchiveKind,
): Promise<RestoredCache> {
  const begin = performance.now();
  const ended = (rest: Pick<RestoredCache, 'hit' | 'why'> & Partial<RestoredCache>): RestoredCache => ({
    ...without(kind, rest.hit, rest.why),
    folder,
    key,
    ...rest,
    ms: performance.now() - begin,
  });
  try {
    removeTree(keptManifestFolder(stagingFolder, kind));
    const before = archive.count(folder);
    if (before > 0 && whenNotEmpty === 'skip') {
      return ended({ hit: 'skipped', why: `${folder} already has ${before} entries` });
    }
    const root = emptyRoot(stagingFolder, kind);
    try {
      const got = await store.fetch({ kind, root, key: key.key, prefixes: key.prefixes });
      if (got.outcome === 'miss') return ended({ hit: 'miss', why: 'no archive has a matching key or prefix' });
      if (got.outcome === 'failed') {
        return ended({
          hit: isDamage(got.why) ? 'damaged' : 'miss',
          why: `nothing was restored: ${got.why}`,
          isFault: true,
        });
      }
      const unpacked = join(root, kind);
      const manifest = archive.check(unpacked);
      const alreadyThere = placeUnits(archive.units(manifest.entries), unpacked, folder);
      keepManifest(stagingFolder, kind, unpacked);
      const exact = key.need === null ? isExactHit(key, got.matchedKey) : serves(manifest.needs ?? noNeeds, key.need);
      return ended({
        hit: exact ? 'exact' : 'prefix',
        why: exact ? 'nothing in the key has changed' : `changed since: ${changedParts(key, got.matchedKey)}`,
        matchedKey: got.matchedKey,
        restored: amountOf(manifest.entries),
        alreadyThere,
        archiveBytes: got.archiveBytes,
        generations: manifest.generations,
      });
    } finally {
      removeTree(root);
    }
  } catch (error) {
    const damaged = error instanceof DamagedArchive;
    return ended({
      hit: damaged ? 'damaged' : 'miss',
      why: damaged ? `rejected the archive: ${messageOf(error)}` : `nothing was restored: ${messageOf(error)}`,
      isFault: true,
    });
  }
}

function changedParts(key: CacheKey, matchedKey: string): string {
  if (key.need !== null) return 'deps, whose needs the archive does not cover yet';
  let prefix = '';
  for (const [index, { value }] of key.parts.entries()) {
    prefix += `${value}-`;
    if (matchedKey.toLowerCase().startsWith(prefix.toLowerCase())) continue;
    return key.parts
      .slice(index)
      .map(({ name }) => name)
      .join(' or ');
  }
  return 'nothing';
}

/** Where the restored manifest stays until the end of the job, which compares with it. */
export function keptManifestFolder(stagingFolder: string, kind: CacheKind): string {
  return join(stagingFolder, `restored-${kind}`);
}

function keepManifest(stagingFolder: string, kind: CacheKind, unpacked: string): void {
  const kept = keptManifestFolder(stagingFolder, kind);
  mkdirSync(kept, { recursive: true });
  renameSync(join(unpacked, manifestName), join(kept, manifestName));
}

function without(kind: CacheKind, hit: RestoredCache['hit'], why: string): RestoredCache {
  return {
    kind,
    hit,
    why,
    isFault: false,
    folder: '',
    key: { key: '', prefixes: [], parts: [], need: null },
    matchedKey: null,
    restored: nothing,
    alreadyThere: 0,
    archiveBytes: null,
    ms: 0,
    generations: [],
    markMs: null,
    layer: null,
  };
}

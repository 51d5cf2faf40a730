import { mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf } from '../errors.ts';
import { amountOf, nothing } from './accounting.ts';
import { DamagedArchive, manifestName } from './archive/manifest.ts';
import { emptyRoot, placeUnits, removeTree } from './archive/staging.ts';
import type { CacheKey } from './keys/cache-key.ts';
import { readKeyFacts } from './keys/key-facts.ts';
import { computeKeys, isExactHit } from './keys/keys.ts';
import { type CacheKind, type PerKind, perKind, perKindAtOnce } from './kind.ts';
import type { ArchiveKind, CachePlace } from './kinds/archive-kind.ts';
import { kinds } from './kinds/kinds.ts';
import { readModuleTrees } from './modules/downloaded-modules.ts';
import { noNeeds, serves } from './modules/module-needs.ts';
import type { CacheRequest } from './request.ts';
import type { RestoredCache, RestoredCaches } from './restored-caches.ts';

/**
 * Restores all archives at once, and marks what the caches hold. Each fails alone, into a miss that says why: no cache is
 * a slow job, and not a broken one.
 *
 * An archive is unpacked beside the caches, held to its manifest byte by byte, and only then moved in, so that nothing
 * of a damaged one is ever seen by go.
 */
export async function restoreCaches(request: CacheRequest): Promise<RestoredCaches> {
  const startedMs = Date.now();
  let places: PerKind<CachePlace>;
  let keys: PerKind<CacheKey>;
  try {
    const facts = await readKeyFacts(request);
    places = perKind((kind) => kinds[kind].place(request, facts));
    keys = await computeKeys(request, facts);
  } catch (error) {
    const why = `no key can be made: ${messageOf(error)}`;
    const cold = perKind((kind) => ({ ...without(kind, 'off', why), isFault: true }));
    return { ...cold, startedMs, hadTrees: false };
  }
  const hadTrees = 'folder' in places.modules && readModuleTrees(places.modules.folder).length > 0;
  const restored = await perKindAtOnce(async (kind) => {
    const place = places[kind];
    if ('off' in place) return without(kind, 'off', place.off);
    const handling = kinds[kind];
    const cache = await restoreOne(request, keys[kind], kind, place.folder, handling);
    return { ...cache, markMs: markOrNull(handling, place.folder, startedMs, request.markMs) };
  });
  return { ...restored, startedMs, hadTrees };
}

/** A cache that cannot be marked is still a cache: it is packed unswept. */
function markOrNull({ mark }: ArchiveKind, folder: string, nowMs: number, earlierMarkMs: number | null): number | null {
  try {
    return mark === null ? null : mark(folder, nowMs, earlierMarkMs);
  } catch (error) {
    // EROFS, ENOSPC, EACCES: go will say so itself, and better.
    if (!(error instanceof Error && 'code' in error)) throw error;
    return null;
  }
}

async function restoreOne(
  { store, stagingFolder, whenNotEmpty }: CacheRequest,
  key: CacheKey,
  kind: CacheKind,
  folder: string,
  handling: ArchiveKind,
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
    const before = handling.count(folder);
    if (before > 0 && whenNotEmpty === 'skip') {
      return ended({ hit: 'skipped', why: `${folder} has ${before} entries already` });
    }
    const root = emptyRoot(stagingFolder, kind);
    try {
      const got = await store.fetch({ kind, root, key: key.key, prefixes: key.prefixes });
      if (got.outcome === 'miss') return ended({ hit: 'miss', why: 'there is no archive whose key begins alike' });
      if (got.outcome === 'failed') {
        return ended({
          hit: isDamage(got.why) ? 'damaged' : 'miss',
          why: `nothing was restored: ${got.why}`,
          isFault: true,
        });
      }
      const unpacked = join(root, kind);
      const manifest = handling.check(unpacked);
      const alreadyThere = placeUnits(handling.units(manifest.entries), unpacked, folder);
      keepManifest(stagingFolder, kind, unpacked);
      const exact = key.need === null ? isExactHit(key, got.matchedKey) : serves(manifest.needs ?? noNeeds, key.need);
      return ended({
        hit: exact ? 'exact' : 'prefix',
        why: exact ? 'nothing that the key names has changed' : `changed since: ${changedParts(key, got.matchedKey)}`,
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
      why: damaged ? `the archive is refused: ${messageOf(error)}` : `nothing was restored: ${messageOf(error)}`,
      isFault: true,
    });
  }
}

/** Whether the store had an archive and could not unpack it. */
export function isDamage(why: string): boolean {
  return /\b(tar|unzstd|zstd|gzip)\b/.test(why);
}

function changedParts(key: CacheKey, matchedKey: string): string {
  if (key.need !== null) return 'deps, of which the archive does not know yet what they need';
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

/** The manifest of what was restored stays for the end of the job, which tells by it what was of use. */
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
  };
}

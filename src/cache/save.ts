import { join } from 'node:path';
import { messageOf } from '../errors.ts';
import { amountOf, type Generation, nothing } from './accounting.ts';
import { joinArchive, type Known, knownOf } from './archive/join-archive.ts';
import { DamagedArchive, readManifest, writeManifest } from './archive/manifest.ts';
import type { KnownEntries, Selection } from './archive/selection.ts';
import { emptyRoot, removeTree, stageFiles } from './archive/staging.ts';
import { storeNeeds } from './archive/stored-needs.ts';
import { keyToSave } from './keys/keys.ts';
import { type PerKind, perKind, perKindAtOnce } from './kind.ts';
import type { Choose } from './kinds/archive-kind.ts';
import { kinds } from './kinds/kinds.ts';
import type { Thrift } from './modules/plan-modules.ts';
import type { CacheRequest } from './request.ts';
import { keptManifestFolder } from './restore.ts';
import type { RestoredCache, RestoredCaches } from './restored-caches.ts';
import { isWorthSaving, maySave, type SaveContext, type SaveDecision } from './save-policy.ts';
import type { SavedCache, SavedCaches } from './saved-caches.ts';

/** Which runs may save, and from which share of changed bytes on saving pays. */
export interface SavePolicy extends SaveContext {
  /** See isWorthSaving. */
  readonly refreshAbovePercent: number;
}

/** For each cache, why it cannot be packed now: who is using it. null: nobody is. */
export type BusyCaches = PerKind<string | null>;

export const idleCaches: BusyCaches = perKind(() => null);

/**
 * Chooses the content of the archives, and saves them if the run may and it pays. Each fails on its
 * own, with a reason. Only reads the caches.
 */
export async function saveCaches(
  request: CacheRequest,
  restored: RestoredCaches,
  policy: SavePolicy,
  busy = idleCaches,
): Promise<SavedCaches> {
  return await perKindAtOnce((kind) =>
    saveOne(request, restored[kind], policy, busy[kind], (thrift) => kinds[kind].choose(request, restored, thrift)),
  );
}

async function saveOne(
  request: CacheRequest,
  restored: RestoredCache,
  policy: SavePolicy,
  busy: string | null,
  chooserOf: (thrift: Thrift) => Promise<Choose> | Choose,
): Promise<SavedCache> {
  const begin = performance.now();
  const { kind, key, folder, hit } = restored;
  const idle: SavedCache = {
    kind,
    saved: false,
    why: restored.why,
    isFault: false,
    key: key.key,
    used: nothing,
    madeAnew: nothing,
    idle: nothing,
    swept: nothing,
    packed: nothing,
    archiveBytes: null,
    ms: 0,
    chooseMs: 0,
    reusedWorthMs: null,
    madeAnewCostMs: null,
    generations: restored.generations,
    replacesKeys: [],
  };
  if (hit === 'off') return idle;
  try {
    const permission = maySave(policy);
    const thrift: Thrift = {
      abovePercent: Math.max(policy.refreshAbovePercent, permission.onlyForNewAbovePercent ?? 0),
      onlyForNew: permission.onlyForNewAbovePercent !== null,
    };
    const choose = await chooserOf(thrift);
    const known = readKnown(request.stagingFolder, restored);
    const selection = choose(known.entries, known.needs);
    const chosen: SavedCache = {
      ...idle,
      ...accountsOf(selection),
      chooseMs: performance.now() - begin,
      ms: performance.now() - begin,
    };
    if (!permission.save) return { ...chosen, why: permission.why };
    if (busy !== null) return { ...chosen, why: busy };
    if (selection.shared === null && request.savedKeys.includes(key.key)) {
      return { ...chosen, why: 'a later setup of this job has saved it' };
    }
    const worth = worthOf(selection, known.entries, hit, thrift);
    if (!worth.save) return { ...chosen, why: worth.why };
    const newestRoot = join(request.stagingFolder, `newest-${kind}`);
    const root = emptyRoot(request.stagingFolder, kind);
    try {
      const joined =
        selection.shared === null
          ? { selection, replaces: replaced(restored), after: '', from: [folder], worth }
          : await joinArchive(request, restored, known, choose, newestRoot);
      if (!joined.worth.save) return { ...chosen, why: `${joined.worth.why}: another job has saved meanwhile` };
      const { files, costsMs, shared } = joined.selection;
      const idleByPath = new Map(files.map(({ path, idle }) => [path, idle]));
      const entries = stageFiles(files, joined.from, join(root, kind)).map((entry) => ({
        ...entry,
        costMs: costsMs.get(entry.path) ?? 0,
        idle: idleByPath.get(entry.path) ?? 0,
      }));
      const accounts = accountsOf(joined.selection);
      const generation: Generation = {
        savedAt: new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
        ...amountOf(entries),
        newBytes: accounts.madeAnew.bytes,
      };
      const generations = [...restored.generations, generation];
      const needs = shared?.needs;
      writeManifest(join(root, kind), { kind, generations, entries, needs });
      const saveKey = keyToSave(
        key,
        entries,
        needs === undefined ? '' : joined.after + JSON.stringify(storeNeeds(needs, entries)),
      );
      const put = await request.store.put({ kind, root, key: saveKey });
      const saved = put.outcome === 'saved';
      return {
        ...chosen,
        ...accounts,
        saved,
        why: put.outcome === 'saved' ? joined.worth.why : put.why,
        isFault: put.outcome === 'failed',
        key: saveKey,
        archiveBytes: put.outcome === 'saved' ? put.archiveBytes : null,
        generations: saved ? generations : restored.generations,
        replacesKeys: saved ? joined.replaces.filter((one) => one !== saveKey) : [],
        ms: performance.now() - begin,
      };
    } finally {
      removeTree(root);
      removeTree(newestRoot);
    }
  } catch (error) {
    return { ...idle, why: `nothing was saved: ${messageOf(error)}`, isFault: true, ms: performance.now() - begin };
  }
}

function accountsOf({
  files,
  swept,
  reusedWorthMs,
  madeAnewCostMs,
}: Selection): Partial<SavedCache> & Pick<SavedCache, 'madeAnew'> {
  return {
    used: amountOf(files.filter(({ isNew, idle }) => !isNew && idle === 0)),
    madeAnew: amountOf(files.filter(({ isNew }) => isNew)),
    idle: amountOf(files.filter(({ idle }) => idle > 0)),
    swept,
    packed: amountOf(files),
    reusedWorthMs,
    madeAnewCostMs,
  };
}

function worthOf(
  { files, shared }: Selection,
  known: KnownEntries,
  hit: RestoredCache['hit'],
  { abovePercent, onlyForNew }: Thrift,
): SaveDecision {
  if (shared !== null) return shared.worth;
  const kept = new Set(files.map(({ path }) => path));
  return isWorthSaving({
    hit,
    packedBytes: amountOf(files).bytes,
    newBytes: amountOf(files.filter(({ isNew }) => isNew)).bytes,
    deadBytes: onlyForNew ? 0 : amountOf([...known.values()].filter(({ path }) => !kept.has(path))).bytes,
    refreshAbovePercent: abovePercent,
  });
}

/** The content of the restored archive; empty if none was restored. */
function readKnown(stagingFolder: string, { kind, hit }: RestoredCache): Known {
  if (hit !== 'exact' && hit !== 'prefix') return knownOf(null);
  try {
    return knownOf(readManifest(keptManifestFolder(stagingFolder, kind), kind));
  } catch (error) {
    // A step of the job emptied RUNNER_TEMP, so what was restored is unknown.
    if (!(error instanceof DamagedArchive)) throw error;
    return knownOf(null);
  }
}

/** Keys that the new archive replaces. A fallback archive belongs to another job, and stays. */
function replaced({ key, matchedKey }: RestoredCache): readonly string[] {
  if (matchedKey === null) return [];
  const index = key.parts.findIndex(({ name }) => name === 'job');
  const prefix = key.parts
    .slice(0, index + 1)
    .map(({ value }) => `${value}-`)
    .join('');
  return matchedKey.toLowerCase().startsWith(prefix.toLowerCase()) ? [matchedKey] : [];
}

import { join } from 'node:path';
import { messageOf } from '../errors.ts';
import { amountOf, type Generation } from './accounting.ts';
import { DamagedArchive } from './archive/damaged-archive.ts';
import { joinArchive, type Known, knownOf } from './archive/join-archive.ts';
import { readManifest, writeManifest } from './archive/manifest.ts';
import type { KnownEntries, Selection } from './archive/selection.ts';
import { emptyRoot, removeTree, stageFiles } from './archive/staging.ts';
import { storeNeeds } from './archive/stored-needs.ts';
import { keyToSave } from './keys/keys.ts';
import { ofSameJob } from './keys/of-same-job.ts';
import { type PerKind, perKind, perKindAtOnce } from './kind.ts';
import type { Choose } from './kinds/archive-kind.ts';
import { kinds } from './kinds/kinds.ts';
import { saveLayer } from './layer/save-layer.ts';
import type { Thrift } from './modules/plan-modules.ts';
import type { CacheRequest } from './request.ts';
import { keptManifestFolder } from './restore.ts';
import type { RestoredCache, RestoredCaches } from './restored-caches.ts';
import { isWorthSaving, maySave, type SaveDecision, type SavePolicy } from './save-policy.ts';
import { notSaved, type SavedCache, type SavedCaches } from './saved-caches.ts';

/** For each cache, why it cannot be packed now: who is using it. null: nobody is. */
export type BusyCaches = PerKind<string | null>;

export const noneBusy: BusyCaches = perKind(() => null);

/**
 * Chooses the content of the archives, and saves them if the run may and it pays. Each fails on its
 * own, with a reason. Only reads the caches.
 */
export async function saveCaches(
  request: CacheRequest,
  restored: RestoredCaches,
  policy: SavePolicy,
  busy = noneBusy,
): Promise<SavedCaches> {
  return await perKindAtOnce((kind) => {
    const { layer } = restored[kind];
    if (layer !== null && (kind === 'modules' || kind === 'build')) {
      return saveLayer({ request, restored, kind, layer, policy, busy: busy[kind] });
    }
    return saveOne(request, restored[kind], policy, busy[kind], (thrift, beganWith) =>
      kinds[kind].choose(request, restored, thrift, beganWith),
    );
  });
}

async function saveOne(
  request: CacheRequest,
  restored: RestoredCache,
  policy: SavePolicy,
  busy: string | null,
  chooserOf: (thrift: Thrift, beganWith: KnownEntries) => Promise<Choose> | Choose,
): Promise<SavedCache> {
  const begin = performance.now();
  const { key, hit } = restored;
  const unsaved = notSaved(restored);
  if (hit === 'off') return unsaved;
  try {
    const permission = maySave(policy);
    const thrift: Thrift = {
      abovePercent: Math.max(policy.refreshAbovePercent, permission.onlyForNewAbovePercent ?? 0),
      onlyForNew: permission.onlyForNewAbovePercent !== null,
    };
    const known = readKnown(request.stagingFolder, restored);
    const choose = await chooserOf(thrift, known.entries);
    const selection = choose(known.entries, known.needs);
    const chosen: SavedCache = {
      ...unsaved,
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
    for (let joins = 0; joins < mostJoins; joins++) {
      const saved = await packAndPut(request, restored, { known, choose, selection, worth }, chosen);
      if (saved !== 'moved') return { ...saved, ms: performance.now() - begin };
    }
    return { ...chosen, why: `nothing was saved: ${mostJoins} other jobs were faster`, isFault: true };
  } catch (error) {
    return { ...unsaved, why: `nothing was saved: ${messageOf(error)}`, isFault: true, ms: performance.now() - begin };
  }
}

/** Of an archive that many jobs write at once; each time that one must join again, another has saved. */
const mostJoins = 50;

/** What to save, as it was when the job ended. */
interface Plan {
  readonly known: Known;
  readonly choose: Choose;
  readonly selection: Selection;
  readonly worth: SaveDecision;
}

/** @returns 'moved': another job has saved meanwhile what this one must join. */
async function packAndPut(
  request: CacheRequest,
  restored: RestoredCache,
  { known, choose, selection, worth }: Plan,
  chosen: SavedCache,
): Promise<SavedCache | 'moved'> {
  const { kind, key, folder } = restored;
  const newestRoot = join(request.stagingFolder, `newest-${kind}`);
  const root = emptyRoot(request.stagingFolder, kind);
  try {
    const joined =
      selection.shared === null
        ? { selection, replaces: replaced(restored), after: '', from: [folder], worth }
        : await joinArchive(request, restored, known, choose, newestRoot);
    if (!joined.worth.save) return { ...chosen, why: `${joined.worth.why}: another job has saved meanwhile` };
    const { files, costsMs, shared } = joined.selection;
    const unusedForByPath = new Map(files.map(({ path, unusedFor }) => [path, unusedFor]));
    const entries = stageFiles(files, joined.from, join(root, kind), kinds[kind].unitOf).map((entry) => ({
      ...entry,
      costMs: costsMs.get(entry.path) ?? 0,
      unusedFor: unusedForByPath.get(entry.path) ?? 0,
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
    const after = shared === null ? undefined : joined.after;
    const put = await request.store.put({ kind, root, key: saveKey, after });
    if (put.outcome === 'moved') return 'moved';
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
    };
  } finally {
    removeTree(root);
    removeTree(newestRoot);
  }
}

function accountsOf({
  files,
  swept,
  reusedWorthMs,
  madeAnewCostMs,
}: Selection): Partial<SavedCache> & Pick<SavedCache, 'madeAnew'> {
  return {
    used: amountOf(files.filter(({ isNew, unusedFor }) => !isNew && unusedFor === 0)),
    madeAnew: amountOf(files.filter(({ isNew }) => isNew)),
    idle: amountOf(files.filter(({ unusedFor }) => unusedFor > 0)),
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

/** Keys that the new archive replaces. */
function replaced({ key, matchedKey }: RestoredCache): readonly string[] {
  return matchedKey === null ? [] : ofSameJob(key, [matchedKey]);
}

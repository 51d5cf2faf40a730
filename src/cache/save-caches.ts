import { join } from 'node:path';
import { messageOf } from '../errors.ts';
import { amountOf, type Generation, nothing } from './accounting.ts';
import { type PerKind, perKind, perKindAtOnce } from './cache-kind.ts';
import type { CacheRequest } from './cache-request.ts';
import type { Choice, KnownEntries } from './choice.ts';
import { chooseBuildEntries, chooseGoplsEntries, chooseLintEntries } from './choose-entries.ts';
import { chooseModules } from './choose-modules.ts';
import { keyToSave } from './keys.ts';
import { DamagedArchive, readManifest, writeManifest } from './manifest.ts';
import { keptManifestFolder } from './restore-caches.ts';
import type { RestoredCache, RestoredCaches } from './restored-caches.ts';
import { isWorthSaving, maySave, type SaveContext } from './save-policy.ts';
import type { SavedCache, SavedCaches } from './saved-caches.ts';
import { emptyRoot, removeTree, stageFiles } from './staging.ts';

/** Who may save, and from which share of changed bytes on it pays. */
export interface SavePolicy extends SaveContext {
  /** 10: see isWorthSaving. */
  readonly refreshAbovePercent: number;
}

/** Why a cache may not be packed now: who is at it. null: nobody is. */
export type BusyCaches = PerKind<string | null>;

export const idleCaches: BusyCaches = perKind(() => null);

type Choose = (request: CacheRequest, restored: RestoredCaches, known: KnownEntries) => Choice | Promise<Choice>;

const choosers: PerKind<Choose> = {
  modules: chooseModules,
  build: (_, { build, startedMs }, known) => chooseBuildEntries(build, startedMs, known),
  lint: (_, { lint, startedMs }, known) => chooseLintEntries(lint, startedMs, known),
  gopls: (_, { gopls, startedMs }, known) => chooseGoplsEntries(gopls, startedMs, known),
};

/**
 * Chooses what the archives should hold, and saves them where the run may and it pays. Each fails alone, and says why.
 * The caches themselves are only read.
 */
export async function saveCaches(
  request: CacheRequest,
  restored: RestoredCaches,
  policy: SavePolicy,
  busy = idleCaches,
): Promise<SavedCaches> {
  return await perKindAtOnce((kind) =>
    saveOne(request, restored[kind], policy, busy[kind], (known) => choosers[kind](request, restored, known)),
  );
}

async function saveOne(
  request: CacheRequest,
  restored: RestoredCache,
  policy: SavePolicy,
  busy: string | null,
  choose: (known: KnownEntries) => Choice | Promise<Choice>,
): Promise<SavedCache> {
  const begin = performance.now();
  const { kind, key, folder, hit } = restored;
  const idle: SavedCache = {
    kind,
    saved: false,
    why: restored.why,
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
    replacesKey: null,
  };
  if (hit === 'off') return idle;
  try {
    const known = readKnownEntries(request.stagingFolder, restored);
    const choice = await choose(known);
    const { files } = choice;
    const idleByPath = new Map(files.map(({ path, idle }) => [path, idle]));
    const dead = [...known.values()].filter(({ path }) => !idleByPath.has(path));
    const packed = amountOf(files);
    const madeAnew = amountOf(files.filter(({ isNew }) => isNew));
    const chosen: SavedCache = {
      ...idle,
      used: amountOf(files.filter(({ isNew, idle }) => !isNew && idle === 0)),
      madeAnew,
      idle: amountOf(files.filter(({ idle }) => idle > 0)),
      swept: choice.swept,
      packed,
      chooseMs: performance.now() - begin,
      ms: performance.now() - begin,
      reusedWorthMs: choice.reusedWorthMs,
      madeAnewCostMs: choice.madeAnewCostMs,
    };
    const permission = maySave(policy);
    if (!permission.save) return { ...chosen, why: permission.why };
    if (busy !== null) return { ...chosen, why: busy };
    const worth = isWorthSaving({
      hit,
      packedBytes: packed.bytes,
      newBytes: madeAnew.bytes,
      deadBytes: amountOf(dead).bytes,
      refreshAbovePercent: policy.refreshAbovePercent,
    });
    if (!worth.save) return { ...chosen, why: worth.why };
    const root = emptyRoot(request.stagingFolder, kind);
    try {
      const entries = stageFiles(files, folder, join(root, kind)).map((entry) => ({
        ...entry,
        costMs: choice.costsMs.get(entry.path) ?? 0,
        idle: idleByPath.get(entry.path) ?? 0,
      }));
      const generation: Generation = {
        savedAt: new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
        ...amountOf(entries),
        newBytes: madeAnew.bytes,
      };
      const generations = [...restored.generations, generation];
      writeManifest(join(root, kind), { kind, generations, entries });
      const saveKey = keyToSave(key, entries);
      const put = await request.store.put({ kind, root, key: saveKey });
      return {
        ...chosen,
        saved: put.outcome === 'saved',
        why: put.outcome === 'saved' ? worth.why : put.why,
        key: saveKey,
        archiveBytes: put.outcome === 'saved' ? put.archiveBytes : null,
        generations: put.outcome === 'saved' ? generations : restored.generations,
        replacesKey: put.outcome === 'saved' ? replaced(restored) : null,
        ms: performance.now() - begin,
      };
    } finally {
      removeTree(root);
    }
  } catch (error) {
    return { ...idle, why: `nothing was saved: ${messageOf(error)}`, ms: performance.now() - begin };
  }
}

/** What the restored archive held, by path; nothing when none was. */
function readKnownEntries(stagingFolder: string, { kind, hit }: RestoredCache): KnownEntries {
  if (hit !== 'exact' && hit !== 'prefix') return new Map();
  try {
    const { entries } = readManifest(keptManifestFolder(stagingFolder, kind), kind);
    return new Map(entries.map((entry) => [entry.path, entry]));
  } catch (error) {
    // A step of the job has emptied RUNNER_TEMP: then nothing is known of what was restored.
    if (!(error instanceof DamagedArchive)) throw error;
    return new Map();
  }
}

/** An archive that was only a fallback from another job is that job's, and stays. */
function replaced({ kind, key, matchedKey }: RestoredCache): string | null {
  if (matchedKey === null) return null;
  const own = kind === 'modules' ? 'kind' : 'job';
  const index = key.parts.findIndex(({ name }) => name === own);
  const prefix = key.parts
    .slice(0, index + 1)
    .map(({ value }) => `${value}-`)
    .join('');
  return matchedKey.toLowerCase().startsWith(prefix.toLowerCase()) ? matchedKey : null;
}

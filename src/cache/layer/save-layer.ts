import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf } from '../../errors.ts';
import { amountOf } from '../accounting.ts';
import { emptyRoot, removeTree } from '../archive/staging.ts';
import { markAt } from '../entries/mark-entries.ts';
import { ofSameJob } from '../keys/of-same-job.ts';
import type { CacheRequest } from '../request.ts';
import type { RestoredCaches } from '../restored-caches.ts';
import { maySave, type SavePolicy } from '../save-policy.ts';
import { notSaved, type SavedCache } from '../saved-caches.ts';
import type { PutOutcome } from '../store/store.ts';
import { chooseBuildLayer } from './choose/choose-build-layer.ts';
import type { ChosenUnit, LayerChoice } from './choose/choose-layer.ts';
import { chooseModuleLayer, isTree } from './choose/choose-module-layer.ts';
import { carriesMark } from './image-format.ts';
import { keyOfLayer } from './layer-key.ts';
import { imageName, type LayerKind, type LayerUnit, readLayerManifest, writeLayerManifest } from './layer-manifest.ts';
import { type LayerPlan, planLayer } from './layer-plan.ts';
import { contentFolders, keptLayerManifest, type LayerState, layerPlace, upperFolder } from './layer-state.ts';
import { ownMounts } from './mount/mounted-layers.ts';
import { packImage } from './pack-layer.ts';

export interface SaveLayerRequest {
  readonly request: CacheRequest;
  readonly restored: RestoredCaches;
  readonly kind: LayerKind;
  readonly layer: LayerState;
  readonly policy: SavePolicy;
  /** Who is using the cache; null: nobody. */
  readonly busy: string | null;
}

/**
 * Saves what the job added to a mounted cache as one more layer, or all that it needs as a new base.
 * Reads the caches only. Never throws.
 */
export async function saveLayer(job: SaveLayerRequest): Promise<SavedCache> {
  const begin = performance.now();
  const { request, restored, kind, layer, policy, busy } = job;
  const cache = restored[kind];
  const unsaved = notSaved(cache);
  const place = layerPlace(request.stagingFolder, kind);
  const isMounted = layer.chain.length > 0;
  try {
    if (isMounted && !ownMounts(place).includes(layer.mountPoint)) {
      return { ...unsaved, why: `nothing was saved: ${layer.mountPoint} is no longer mounted` };
    }
    const known = new Map<string, LayerUnit>();
    const mounted = layer.chain.map((_, index) =>
      readLayerManifest(keptLayerManifest(request.stagingFolder, kind, index), kind),
    );
    for (const unit of mounted.flatMap(({ units }) => units)) known.set(unit.path, unit);
    const changes = isMounted ? upperFolder(request.stagingFolder, kind, layer, cache.folder) : cache.folder;
    const choice = await choose(job, changes, known);
    const { anew, reused } = choice;
    const newBytes = amountOf(anew).bytes;
    const permission = maySave(policy);
    const plan = planLayer({
      hit: cache.hit,
      liveBytes: newBytes + amountOf(reused).bytes,
      newBytes,
      mountedBytes: amountOf([...known.values()]).bytes,
      layers: layer.chain.length,
      refreshAbovePercent: policy.refreshAbovePercent,
      anyNewPays: kind === 'modules' && anew.some(({ path }) => isTree(path) || path.endsWith('.zip')),
      ownScope: permission.onlyForNewAbovePercent !== null,
    });
    const chosen: SavedCache = {
      ...unsaved,
      ...accountsOf(choice),
      packed: amountOf(plan.what === 'base' ? [...anew, ...reused] : anew),
      chooseMs: performance.now() - begin,
      ms: performance.now() - begin,
    };
    if (!permission.save) return { ...chosen, why: permission.why };
    if (busy !== null) return { ...chosen, why: busy };
    if (request.savedKeys.includes(cache.key.key)) {
      return { ...chosen, why: 'a later setup of this job has saved it' };
    }
    if (!plan.save) return { ...chosen, why: plan.why };
    const root = emptyRoot(join(request.stagingFolder, 'new-layers'), kind);
    try {
      const to = join(root, kind);
      mkdirSync(to);
      const parents = plan.what === 'base' ? [] : layer.chain;
      const below = layer.chain.map((_, index) => join(place, 'layers', String(index), contentFolders[kind]));
      const parts = [{ units: anew, from: [cache.folder] }];
      // From the layers themselves, which nobody can have changed.
      if (plan.what === 'base') parts.push({ units: withFiles(reused, below), from: below });
      const { format } = layer.tools;
      const markMs = markAt(Date.now());
      const image = join(to, imageName);
      const packed = await packImage(format, parts, contentFolders[kind], join(root, 'scratch'), image, markMs);
      const key = keyOfLayer(cache.key.key, packed.sha256, parents);
      const savedAt = new Date().toISOString().replace(/\.\d+Z$/, 'Z');
      const live = amountOf([...anew, ...reused]);
      const generations = [...cache.generations, { savedAt, ...live, newBytes }];
      const { units, sha256, imageBytes } = packed;
      const mark = carriesMark(format) ? markMs : 0;
      writeLayerManifest(to, {
        kind,
        format,
        key,
        sha256,
        imageBytes,
        markMs: mark,
        parents: [...parents],
        generations,
        recordedUse: layer.recordsUse,
        units,
      });
      const put = await request.store.put({ kind, root, key });
      const saved = put.outcome === 'saved';
      return {
        ...chosen,
        packed: amountOf(units),
        saved,
        why: whyOf(put, plan),
        isFault: put.outcome === 'failed',
        key,
        archiveBytes: put.outcome === 'saved' ? put.archiveBytes : null,
        generations: saved ? generations : cache.generations,
        replacesKeys:
          saved && plan.what === 'base'
            ? ofSameJob(
                cache.key,
                layer.chain.map((one) => one.key),
              )
            : [],
        ms: performance.now() - begin,
      };
    } finally {
      removeTree(root);
    }
  } catch (error) {
    return { ...unsaved, why: `nothing was saved: ${messageOf(error)}`, isFault: true, ms: performance.now() - begin };
  }
}

async function choose(
  { request, restored, kind }: SaveLayerRequest,
  changes: string,
  known: ReadonlyMap<string, LayerUnit>,
): Promise<LayerChoice> {
  const { modules, build, startedMs } = restored;
  if (kind === 'build') return chooseBuildLayer(build, startedMs, known, changes);
  return await chooseModuleLayer(request, [modules.folder, build.folder], changes, known);
}

function accountsOf({ anew, reused, swept, reusedWorthMs, madeAnewCostMs }: LayerChoice): Partial<SavedCache> {
  return { used: amountOf(reused), madeAnew: amountOf(anew), swept, reusedWorthMs, madeAnewCostMs };
}

/** The files of units that are in mounted layers. */
function withFiles(units: readonly LayerUnit[], layers: readonly string[]): readonly ChosenUnit[] {
  return units.map((unit) => {
    const [module = ''] = /[^/]*@[^/]*$/.exec(unit.path) ?? [];
    if (module === '') return { ...unit, files: [unit.path] };
    const folder = layers.map((layer) => filesBelow(layer, unit.path)).find((files) => files.length > 0);
    return { ...unit, files: folder ?? [unit.path] };
  });
}

function filesBelow(root: string, folder: string): readonly string[] {
  try {
    return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? filesBelow(root, `${folder}/${entry.name}`) : [`${folder}/${entry.name}`],
    );
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

function whyOf(put: PutOutcome, plan: LayerPlan): string {
  switch (put.outcome) {
    case 'saved':
      return `${plan.what}: ${plan.why}`;
    case 'moved':
      return 'another job has saved meanwhile';
    default:
      return put.why;
  }
}

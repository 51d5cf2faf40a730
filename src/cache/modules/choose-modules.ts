import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { amountOf } from '../accounting.ts';
import { type ModuleSelection, selectModuleFiles } from '../archive/module-archive.ts';
import type { KnownEntries, Selection } from '../archive/selection.ts';
import { findNeedId } from '../keys/keys.ts';
import type { CacheRequest } from '../request.ts';
import type { RestoredCaches } from '../restored-caches.ts';
import { readModuleTrees } from './downloaded-modules.ts';
import type { JobNeeds, ModuleNeeds } from './module-needs.ts';
import { moduleUnit } from './module-unit.ts';
import { findNeededModules } from './needed-modules.ts';
import { planModules, type Thrift } from './plan-modules.ts';
import { selectTrees, selectTreesWithoutZips } from './select-trees.ts';

const msPerDay = 86_400_000;

/**
 * Chooses what the job needs of the module cache: what the build lists name, and what it extracted
 * or fetched besides. Adds what other jobs need of the previous archive.
 *
 * @param beganWith the content of the restored archive; empty if none was restored
 * @returns a function from the previous archive's content to the new selection.
 */
export async function chooseModules(
  request: CacheRequest,
  { modules, build, startedMs, hadTrees }: RestoredCaches,
  thrift: Thrift,
  beganWith: KnownEntries,
): Promise<(known: KnownEntries, needs: ModuleNeeds) => Selection> {
  const { folder, key } = modules;
  const caches = [folder, build.folder];
  const needed = await findNeededModules(request, caches);
  const before = { restored: beganWith, hadTrees, startedMs, markMs: modules.markMs };
  const select = (): ModuleSelection => {
    if (request.modules === 'trees') return selectTreesWithoutZips(folder, needed, before);
    if (request.modules !== 'extracted') {
      return selectModuleFiles(folder, needed, hadTrees ? null : new Set(readModuleTrees(folder)), startedMs);
    }
    const { kept, unneeded } = selectModuleFiles(folder, needed, null, startedMs);
    const trees = selectTrees(folder, needed, before).files.filter(({ isListed }) => isListed);
    return { kept: [...kept, ...trees], unneeded };
  };
  const { kept: own, unneeded } = select();
  const idNow = await findNeedId(request, caches);
  const id = key.need ?? idNow;
  const job: JobNeeds = {
    id,
    // A job may check out after this action (actions/setup-go#340), or change its go.mod.
    listedBy: idNow.family === id.family && idNow.deps === id.deps ? id : idNow,
    listed: own.flatMap(({ path, isListed }) => (isListed ? [path] : [])),
    besides: own.flatMap(({ path, isListed }) => (isListed ? [] : [path])),
  };
  const day = Math.floor(Date.now() / msPerDay);
  return (known, needs) => {
    const plan = planModules({ files: known, needs }, job, own, thrift, day);
    const isOwn = new Map(own.map((file) => [file.path, file]));
    const kept = new Set(plan.files.map(({ path }) => path));
    return {
      files: plan.files.map(({ path, bytes }) => {
        const isNew = isOwn.has(path) && !known.has(path);
        // What a job has patched in an extracted module is not the module.
        const crc32 = moduleUnit(path) === path ? undefined : known.get(path)?.crc32;
        return { path, bytes, isNew, unusedFor: isOwn.has(path) ? 0 : 1, crc32 };
      }),
      swept: amountOf(unneeded.filter(({ path }) => !kept.has(path))),
      costsMs: new Map(),
      reusedWorthMs: null,
      madeAnewCostMs: null,
      shared: { needs: plan.needs, worth: plan.worth },
    };
  };
}

/** Whether the cache lacks a file that only other jobs need, or has it with another size. */
export function lacksFiles(folder: string, { files }: Selection): boolean {
  return files.some(
    ({ path, bytes, unusedFor }) =>
      unusedFor > 0 && lstatSync(join(folder, path), { throwIfNoEntry: false })?.size !== bytes,
  );
}

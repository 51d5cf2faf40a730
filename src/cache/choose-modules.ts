import { amountOf } from './accounting.ts';
import type { CacheRequest } from './cache-request.ts';
import type { Choice, KnownEntries } from './choice.ts';
import { readModuleTrees } from './downloaded-modules.ts';
import { selectModuleFiles, selectTreeFiles } from './module-archive.ts';
import { findNeededModules } from './needed-modules.ts';
import type { RestoredCaches } from './restored-caches.ts';

/** What the build lists name of the module cache, and what the job has unpacked besides. */
export async function chooseModules(
  request: CacheRequest,
  { modules, startedMs, hadTrees }: RestoredCaches,
  known: KnownEntries,
): Promise<Choice> {
  const { folder } = modules;
  const needed = await findNeededModules(request);
  const unpacked = hadTrees || request.modules === 'extracted' ? null : new Set(readModuleTrees(folder));
  const { kept, unneeded } = selectModuleFiles(folder, needed, unpacked, startedMs);
  const trees = request.modules === 'extracted' ? selectTreeFiles(folder, needed, (path) => !known.has(path)) : [];
  return {
    files: [...kept, ...trees].map((file) => ({ ...file, idle: 0 })),
    swept: amountOf(unneeded),
    costsMs: new Map(),
    reusedWorthMs: null,
    madeAnewCostMs: null,
  };
}

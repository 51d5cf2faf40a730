import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { amountOf } from '../../accounting.ts';
import { readDownloadedFiles, readModuleTrees } from '../../modules/downloaded-modules.ts';
import { readModuleTree } from '../../modules/module-tree.ts';
import { findNeededModules } from '../../modules/needed-modules.ts';
import type { CacheRequest } from '../../request.ts';
import type { LayerUnit } from '../layer-manifest.ts';
import type { ChosenUnit, LayerChoice } from './choose-layer.ts';

/**
 * Chooses extracted modules, each as a whole, and the small files that go wrote when it downloaded
 * them. A zip goes along only where nothing is extracted, or where the job fetched it although the
 * extracted module was there: then it asks for zips, as `go mod download` does, and will again.
 *
 * A unit of the mounted layers counts as needed unless the build lists name the same module in
 * other versions only: what they do not name at all may be a tool of another job.
 *
 * @param changes the folder with what the job changed: the overlay's own, or the cache if nothing
 * was mounted
 */
export async function chooseModuleLayer(
  request: CacheRequest,
  caches: readonly string[],
  changes: string,
  known: ReadonlyMap<string, LayerUnit>,
): Promise<LayerChoice> {
  const [folder = ''] = caches;
  const { selected } = await findNeededModules(request, caches);
  const anew: ChosenUnit[] = [];
  const trees = new Set([...known.keys()].filter(isTree));
  // Anew, or once more after a clean-up: then its zip was for that.
  const extracted = new Set(readModuleTrees(changes));
  for (const path of extracted) {
    if (known.has(path)) continue;
    // Read where it is mounted: its checksum may lie in a layer.
    const tree = readModuleTree(folder, path);
    if (tree === null) continue;
    anew.push({ path, bytes: tree.bytes, costMs: 0, files: tree.files.map((file) => `${path}/${file.path}`) });
    trees.add(path);
  }
  for (const { path, module, kind, bytes } of readDownloadedFiles(changes)) {
    if (known.has(path) || !existsSync(join(folder, path))) continue;
    if (kind === 'zip' && trees.has(module) && extracted.has(module)) continue;
    anew.push({ path, bytes, costMs: 0, files: [path] });
  }
  const wanted = new Set(selected);
  const versioned = new Set([...selected].map(pathOf));
  const isNeeded = (module: string) => wanted.has(module) || !versioned.has(pathOf(module));
  const units = [...known.values()];
  const reused = units.filter(({ path }) => isNeeded(moduleOf(path)));
  const swept = amountOf(units.filter(({ path }) => !isNeeded(moduleOf(path))));
  return { anew, reused, swept, reusedWorthMs: null, madeAnewCostMs: null };
}

const downloads = 'cache/download/';

export function isTree(path: string): boolean {
  return !path.startsWith(downloads);
}

/** "cache/download/x/y/@v/v1.0.0.mod" → "x/y@v1.0.0" */
function moduleOf(path: string): string {
  const [, module, version] = /^cache\/download\/(.+)\/@v\/(.+)\.(?:info|mod|zip|ziphash)$/.exec(path) ?? [];
  return module === undefined ? path : `${module}@${version}`;
}

/** "x/y@v1.0.0" → "x/y" */
function pathOf(module: string): string {
  return module.slice(0, module.lastIndexOf('@'));
}

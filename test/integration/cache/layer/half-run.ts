/**
 * `node half-run.ts restore|save|unmount`, with the request as JSON on standard input: one half of a job with mounts, in a
 * process of its own, so that it can be killed. Prints "begun" first, then what it restored.
 */
import { json } from 'node:stream/consumers';
import { layersFolder } from '../../../../src/cache/layer/layer-state.ts';
import { clearLayers } from '../../../../src/cache/layer/mount/clear-layers.ts';
import type { CacheRequest } from '../../../../src/cache/request.ts';
import { restoreCaches } from '../../../../src/cache/restore.ts';
import type { RestoredCaches } from '../../../../src/cache/restored-caches.ts';
import { saveCaches } from '../../../../src/cache/save.ts';
import { folderStore } from '../a-folder-store.ts';
import { always } from '../a-module.ts';

export interface Half {
  readonly request: Omit<CacheRequest, 'store'>;
  readonly storeFolder: string;
  readonly restored: RestoredCaches | null;
}

const half = (await json(process.stdin)) as Half;
const request: CacheRequest = { ...half.request, store: folderStore(half.storeFolder) };
process.stdout.write('begun\n');
switch (process.argv[2]) {
  case 'restore':
    process.stdout.write(JSON.stringify(await restoreCaches(request)));
    break;
  case 'save':
    if (half.restored !== null) await saveCaches(request, half.restored, { ...always, refreshAbovePercent: 0 });
    break;
  case 'unmount':
    await clearLayers(layersFolder(request.stagingFolder));
    break;
  default:
    throw new Error('restore, save or unmount?');
}

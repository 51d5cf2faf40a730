import { join } from 'node:path';
import type { LayerKind, LayerParent } from './layer-manifest.ts';
import type { MountTools } from './mount/mount-tools.ts';

/** How one cache of this job is mounted. Plain JSON: main hands it to post. */
export interface LayerState {
  readonly tools: MountTools;
  /** The layers that are mounted, the newest first; empty: there was none, and nothing is mounted. */
  readonly chain: readonly LayerParent[];
  /** Where the overlay is: the cache's folder, or the folder around it. */
  readonly mountPoint: string;
  /** Whether the overlay keeps which entries the job used. Else all of them count as used. */
  readonly recordsUse: boolean;
}

/** The own folder of all mounts and images of a job. */
export function layersFolder(stagingFolder: string): string {
  return join(stagingFolder, 'layers');
}

/** The own folder for one cache. */
export function layerPlace(stagingFolder: string, kind: LayerKind): string {
  return join(layersFolder(stagingFolder), kind);
}

/** The folder in an image that holds the cache's content: as go names the cache by default. */
export const contentFolders: Readonly<Record<LayerKind, string>> = { modules: 'mod', build: 'go-build' };

/** What the job changed, as the overlay keeps it. */
export function upperFolder(stagingFolder: string, kind: LayerKind, { mountPoint }: LayerState, cache: string): string {
  const upper = join(layerPlace(stagingFolder, kind), 'upper');
  return mountPoint === cache ? upper : join(upper, contentFolders[kind]);
}

/** Where the restored manifest of the layer with this number is kept, the newest being 0. */
export function keptLayerManifest(stagingFolder: string, kind: LayerKind, index: number): string {
  return join(layerPlace(stagingFolder, kind), 'fetched', String(index), kind);
}

import { mkdirSync } from 'node:fs';
import { messageOf } from '../../../errors.ts';
import { noteJobOwner } from '../../../process/job-owner.ts';
import type { PerKind } from '../../kind.ts';
import type { CachePlace } from '../../kinds/archive-kind.ts';
import { kinds } from '../../kinds/kinds.ts';
import type { CacheRequest } from '../../request.ts';
import type { LayerKind } from '../layer-manifest.ts';
import { layersFolder } from '../layer-state.ts';
import { clearLayers } from './clear-layers.ts';
import { findMountTools, type MountTools } from './mount-tools.ts';

/** Which caches of a job are mounted. */
export interface MountDecision {
  /** null: the cache is restored from an archive. */
  readonly tools: Readonly<Record<LayerKind, MountTools | null>>;
  /** One sentence for people. */
  readonly why: string;
}

/** Why a kind in CacheRequest.layeredKinds is left alone. */
export const keptByEarlier = 'an earlier setup of this job keeps it in layers';

/** What the machine can do, or why it cannot. */
export type Machine = (MountTools | { readonly why: string }) & { readonly cleared: number };

/**
 * Clears what a killed job left mounted, and tries whether this machine can mount. Never throws: a
 * machine that cannot takes archives.
 */
export async function lookForMounts(request: CacheRequest): Promise<Machine> {
  const { stagingFolder, mounts = 'never', layeredKinds = [], imageFormats } = request;
  if (layeredKinds.length > 0) return { why: keptByEarlier, cleared: 0 };
  const folder = layersFolder(stagingFolder);
  let cleared = 0;
  try {
    cleared = await clearLayers(folder);
    if (mounts === 'never') return { why: 'mount is never', cleared };
    mkdirSync(folder, { recursive: true });
    noteJobOwner(folder);
    return { ...(await findMountTools(folder, imageFormats)), cleared };
  } catch (error) {
    return { why: messageOf(error), cleared };
  }
}

/** A cache that has entries already is not hidden below a mount. */
export function decideMounts(request: CacheRequest, machine: Machine, places: PerKind<CachePlace>): MountDecision {
  const left = machine.cleared === 0 ? '' : `; cleared ${machine.cleared} mounts that an earlier job left`;
  if ('why' in machine) return { tools: { modules: null, build: null }, why: `not mounted: ${machine.why}${left}` };
  const { cleared: _, ...tools } = machine;
  const full: string[] = [];
  const toolsFor = (kind: LayerKind): MountTools | null => {
    const place = places[kind];
    if ('off' in place) return null;
    if (kind === 'modules' && request.modules === 'extracted') return null;
    if (kinds[kind].count(place.folder) === 0) return tools;
    full.push(`${place.folder} has entries already`);
    return null;
  };
  const decided = { modules: toolsFor('modules'), build: toolsFor('build') };
  const mounted = (['modules', 'build'] as const).filter((kind) => decided[kind] !== null);
  const what =
    mounted.length === 0 ? 'not mounted' : `mounted where there is a layer: ${mounted.join(', ')}, as ${tools.format}`;
  return { tools: decided, why: [what, ...full].join('; ') + left };
}

import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { errnoOf } from '../../../errors.ts';
import type { Env } from '../../../go/context.ts';
import type { LayerKind } from '../layer-manifest.ts';
import { contentFolders } from '../layer-state.ts';

export interface MountPoint {
  readonly mountPoint: string;
  /** Where the mounted cache is. */
  readonly folder: string;
  /** Whether the mount point has something that must stay visible. */
  readonly showsBeneath: boolean;
}

/**
 * Where the overlay of a cache goes. A mount point cannot be removed, and jobs remove their caches:
 * - GOPATH/pkg/mod is mounted with the folder around it, since programs read modules by that path.
 * - The build cache is mounted in a folder of ours, which GOCACHE then names. Where the job itself
 *   has set GOCACHE, it stays there.
 *
 * @param place the own folder for this cache
 */
export function mountPointOf(kind: LayerKind, folder: string, place: string, env: Env): MountPoint {
  const content = contentFolders[kind];
  if (kind === 'build' && (env['GOCACHE'] ?? '') === '') {
    const mountPoint = join(place, 'merged');
    return { mountPoint, folder: join(mountPoint, content), showsBeneath: false };
  }
  const around = dirname(folder);
  if (kind === 'build' || basename(folder) !== content || basename(around) !== 'pkg') {
    return { mountPoint: folder, folder, showsBeneath: false };
  }
  const others = namesIn(around).filter((name) => name !== content);
  // Where go keeps what it knows of the checksum database. Anything else there is somebody else's.
  if (others.some((name) => name !== 'sumdb')) return { mountPoint: folder, folder, showsBeneath: false };
  return { mountPoint: around, folder, showsBeneath: others.length > 0 };
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return [];
    throw error;
  }
}

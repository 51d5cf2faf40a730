import { lstatSync, type Stats } from 'node:fs';
import { join, relative } from 'node:path';
import { errnoToNull } from '../process/errno-to-null.ts';
import { mountOf, parseMountinfo, upperFolderOf } from '../process/proc/mounts.ts';
import { ownMountinfo } from './own-mountinfo.ts';

/** An overlay whose folder for changes this process can see. In a container it cannot: there null. */
export interface Overlay {
  readonly mountPoint: string;
  readonly upperFolder: string;
}

/** The overlay that holds a path, which must be absolute and without symlinks. Source: proc_pid_mountinfo(5). */
export function overlayOf(path: string): Overlay | null {
  const mounts = parseMountinfo(ownMountinfo());
  const mount = mountOf(mounts, path);
  const upperFolder = mount === undefined ? null : upperFolderOf(mount);
  if (mount === undefined || upperFolder === null) return null;
  return statOf(upperFolder) !== null ? { mountPoint: mount.mountPoint, upperFolder } : null;
}

/**
 * Whether the bytes of an entry lie in a layer below: its removal hides it, and frees nothing. The folder for changes has
 * then no entry, or one with the metadata alone ("metacopy"), which takes at most a block for its attributes.
 */
export function isInLayerBelow({ mountPoint, upperFolder }: Overlay, path: string): boolean {
  const above = statOf(join(upperFolder, relative(mountPoint, path)));
  return above === null || (above.isFile() && above.blocks * 512 < above.size);
}

function statOf(path: string): Stats | null {
  return errnoToNull(() => lstatSync(path, { throwIfNoEntry: false }) ?? null);
}

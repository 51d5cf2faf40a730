import { readFileSync } from 'node:fs';
import { parseMountinfo, upperFolderOf } from '../../../process/proc/mounts.ts';

export interface Mount {
  readonly mountPoint: string;
  readonly type: string;
  /** Overlay: the folder that takes the changes. */
  readonly upperFolder: string | null;
}

/**
 * The mounts of this process, in the order in which they were made. Throws if there is no list: an
 * empty one would say that nothing is mounted.
 */
export function readMounts(): readonly Mount[] {
  return parseMounts(readFileSync('/proc/self/mountinfo', 'utf8'));
}

export function parseMounts(text: string): readonly Mount[] {
  return parseMountinfo(text).map((line) => {
    return { mountPoint: line.mountPoint, type: line.type, upperFolder: upperFolderOf(line) };
  });
}

import { mountOf, parseMountinfo } from '../../process/proc/mounts.ts';
import { ownMountinfo } from '../own-mountinfo.ts';

/**
 * Whether the mount that holds a folder notes when a file was read. false also if unknown, as
 * without /proc. Source: proc_pid_mountinfo(5), mount(8) on noatime.
 */
export function notesAccess(path: string): boolean {
  return notesAccessIn(ownMountinfo(), path);
}

/** @param mountinfo lists a mount after those that it covers. */
export function notesAccessIn(mountinfo: string, path: string): boolean {
  const options = mountOf(parseMountinfo(mountinfo), path)?.options;
  return options !== undefined && !options.includes('noatime') && !options.includes('ro');
}

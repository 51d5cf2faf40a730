/** What the mount that holds a folder says of it. Source: proc_pid_mountinfo(5). */
import { realpath } from 'node:fs/promises';
import { errnoOf } from '../../../errors.ts';
import { mountOf, parseMountinfo } from '../../../process/proc/mounts.ts';
import { readText } from '../../../process/proc/read-proc.ts';
import type { PlaceFact } from '../../cache-fact.ts';

type MountFacts = Pick<PlaceFact, 'noexec' | 'nfs'>;

/** The same if the mount is unknown. */
const ordinary: MountFacts = { noexec: false, nfs: null };

export async function mountFacts(path: string): Promise<MountFacts> {
  try {
    return mountFactsIn(readText('/proc/self/mountinfo') ?? '', await realpath(path));
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return ordinary;
  }
}

/** @param mountinfo lists a mount after those it covers. */
export function mountFactsIn(mountinfo: string, path: string): MountFacts {
  const mount = mountOf(parseMountinfo(mountinfo), path);
  if (mount === undefined) return ordinary;
  const { source, mountPoint, type, options, superOptions } = mount;
  return {
    noexec: options.includes('noexec'),
    // Other types may have a password among their options.
    nfs: type === 'nfs' || type === 'nfs4' ? { source, mountPoint, type, options: superOptions } : null,
  };
}

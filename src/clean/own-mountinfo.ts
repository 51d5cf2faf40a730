import { readFileSync } from 'node:fs';
import { errnoToNull } from '../process/errno-to-null.ts';

/** The mounts of this process, as the kernel lists them; '' if it lists none, as without /proc. */
export function ownMountinfo(): string {
  return errnoToNull(() => readFileSync('/proc/self/mountinfo', 'utf8')) ?? '';
}

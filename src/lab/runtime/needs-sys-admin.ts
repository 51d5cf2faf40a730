import type { Capability } from '../fault/fault.ts';

/** Whether a trial mounts filesystems of its own or has workers apart: each of them takes CAP_SYS_ADMIN. */
export function needsSysAdmin(capabilities: readonly Capability[]): boolean {
  return capabilities.some((capability) => ['mount', 'fuse', 'pidns'].includes(capability));
}

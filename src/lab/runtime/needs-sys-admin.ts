import type { Capability } from '../fault/fault.ts';

/** Whether a trial mounts filesystems or creates PID namespaces: both need CAP_SYS_ADMIN. */
export function needsSysAdmin(capabilities: readonly Capability[]): boolean {
  return capabilities.some((capability) => ['mount', 'fuse', 'pidns'].includes(capability));
}

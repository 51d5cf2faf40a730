import type { HostFact } from './snapshot.ts';

/** Source: include/uapi/linux/capability.h, CAP_DAC_OVERRIDE. */
const dacOverride = 1n << 1n;

/** Whether a file's mode keeps this user from nothing: asked of what the process may do, since uid 0 alone says nothing. */
export function overridesModes({ capabilities, uid }: HostFact): boolean {
  return capabilities === null ? uid === 0 : (BigInt(`0x${capabilities}`) & dacOverride) !== 0n;
}

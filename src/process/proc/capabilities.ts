/** The capabilities of a process, whatever its uid. Source: capabilities(7); proc_pid_status(5), CapEff. */
import { readText } from './read-proc.ts';

/** This process's effective capabilities, one bit each; null without /proc. */
export function effectiveCapabilities(): bigint | null {
  const hex = /^CapEff:\s*([0-9a-f]+)$/m.exec(readText('/proc/self/status') ?? '')?.[1];
  return hex === undefined ? null : BigInt(`0x${hex}`);
}

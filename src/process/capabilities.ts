/** What a process may do, whatever the number of its user is. Source: capabilities(7); proc_pid_status(5), CapEff. */
import { readText } from './read-proc.ts';

/** Of this process, a bit each; null where there is no /proc. */
export function effectiveCapabilities(): bigint | null {
  const hex = /^CapEff:\s*([0-9a-f]+)$/m.exec(readText('/proc/self/status') ?? '')?.[1];
  return hex === undefined ? null : BigInt(`0x${hex}`);
}

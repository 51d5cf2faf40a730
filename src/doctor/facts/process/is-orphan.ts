import type { Stat } from '../../../process/stat.ts';

/** Processes that take an orphan in, beside pid 1. */
const reapers = /^(systemd|init|tini|docker-init|dumb-init|catatonit|s6-svscan|containerd-shim.*|bwrap|conmon)$/;

/**
 * Taken in by init. Where pid 1 is itself a shell that may have started it (a container), it is one only when the leader of its
 * process group has gone too; group 0 has its leader outside of this PID namespace.
 */
export function isOrphan({ pid, ppid, group }: Stat, stats: ReadonlyMap<number, Stat>): boolean {
  const parent = stats.get(ppid);
  if (parent === undefined) return false;
  if (reapers.test(parent.name)) return true;
  return ppid === 1 && group !== pid && group !== 0 && (stats.get(group)?.state ?? 'Z') === 'Z';
}

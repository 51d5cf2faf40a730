import type { Stat } from '../../../process/proc/stat.ts';

/** Processes besides pid 1 that adopt orphans. */
const reapers = /^(systemd|init|tini|docker-init|dumb-init|catatonit|s6-svscan|containerd-shim.*|bwrap|conmon)$/;

/**
 * Adopted by init. If pid 1 is a shell that may have started it (in a container), it is an orphan only
 * if its process group leader is gone too. The leader of group 0 is outside this PID namespace.
 */
export function isOrphan({ pid, ppid, group }: Stat, stats: ReadonlyMap<number, Stat>): boolean {
  const parent = stats.get(ppid);
  if (parent === undefined) return false;
  if (reapers.test(parent.name)) return true;
  return ppid === 1 && group !== pid && group !== 0 && (stats.get(group)?.state ?? 'Z') === 'Z';
}

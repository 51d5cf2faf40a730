import { readText } from '../proc/read-proc.ts';

/** How often the out-of-memory killer struck in this cgroup, or null. Both versions of cgroups. */
export function oomKills(): number | null {
  const own = readText('/proc/self/cgroup') ?? '';
  const v2 = /^0::(.*)$/m.exec(own)?.[1] ?? '';
  const v1 = /^\d+:memory:(.*)$/m.exec(own)?.[1];
  const files = [
    `/sys/fs/cgroup${v2}/memory.events`,
    '/sys/fs/cgroup/memory.events',
    ...(v1 === undefined
      ? []
      : [`/sys/fs/cgroup/memory${v1}/memory.oom_control`, '/sys/fs/cgroup/memory/memory.oom_control']),
  ];
  for (const file of files) {
    const count = /^oom_kill (\d+)$/m.exec(readText(file) ?? '')?.[1];
    if (count !== undefined) return Number(count);
  }
  return null;
}

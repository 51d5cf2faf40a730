/** What the kernel has killed for want of memory. */
import { readNames, readText } from '../../../process/read-proc.ts';
import { msPerTick, uptimeTicks } from '../../../process/stat.ts';
import type { OomKill } from '../../snapshot.ts';
import { runLimited, systemEnv } from '../run-limited.ts';

/** How often the out-of-memory killer struck in this cgroup since that was made, or null. Both versions of cgroups. */
export function oomKills(): number | null {
  const { v1, v2 } = ownCgroup();
  const files = [
    `/sys/fs/cgroup${v2 ?? ''}/memory.events`,
    '/sys/fs/cgroup/memory.events',
    ...(v1 === undefined
      ? []
      : [`/sys/fs/cgroup/memory${v1}/memory.oom_control`, '/sys/fs/cgroup/memory/memory.oom_control']),
  ];
  for (const file of files) {
    const count = killsIn(file);
    if (count !== null) return count;
  }
  return null;
}

/** Where this process is in the trees of both versions of cgroups: "/docker/5281…"; undefined: in none. Source: cgroups(7). */
function ownCgroup(): { readonly v1: string | undefined; readonly v2: string | undefined } {
  const own = readText('/proc/self/cgroup') ?? '';
  return { v1: /^\d+:memory:(.*)$/m.exec(own)?.[1], v2: /^0::(.*)$/m.exec(own)?.[1] };
}

/** Since the machine was started, whatever the cgroup. Source: proc_vmstat(5). */
function killsOfMachine(): number {
  return killsIn('/proc/vmstat') ?? 0;
}

function killsIn(file: string): number | null {
  const count = /^oom_kill (\d+)$/m.exec(readText(file) ?? '')?.[1];
  return count === undefined ? null : Number(count);
}

/**
 * Whom it struck, and when, as the kernel's log tells those who may read it; empty also where nobody may. A container's log is that of
 * the whole machine: a kill in a cgroup that has gone since, or that is another's, is nobody's trouble here.
 */
export async function oomVictims(limitMs: number): Promise<readonly OomKill[]> {
  if (killsOfMachine() === 0) return [];
  const log = await runLimited(['dmesg'], { env: systemEnv, cwd: '/', limitMs });
  if (log.code !== 0) return [];
  // In a namespace of cgroups the paths of the log mean nothing: there the count of its own root tells.
  const own = isRoot() && (oomKills() ?? 0) > 0;
  return parseOomKills(log.stdout, uptimeTicks() * msPerTick)
    .filter(({ cgroup }) => cgroup === null || own || isThere(cgroup))
    .map(({ pid, name, agoMs }) => ({ pid, name, agoMs }));
}

/** Of the tree that this process sees: that of the machine has no count of its own. */
function isRoot(): boolean {
  const { v1, v2 } = ownCgroup();
  return (v1 ?? v2) === '/';
}

/** In the trees of both versions of cgroups, as far as this process sees them. */
function isThere(cgroup: string): boolean {
  return ['', '/memory'].some((tree) => readNames(`/sys/fs/cgroup${tree}${cgroup}`) !== null);
}

export interface LoggedKill extends OomKill {
  /** The cgroup whose limit was reached, "/docker/5281…"; null: the machine itself had no more. */
  readonly cgroup: string | null;
}

/**
 * "oom-kill:constraint=CONSTRAINT_MEMCG,…,oom_memcg=/docker/52…,…,pid=411,uid=0", then "[ 123.456789] Out of memory: Killed process 411
 * (gopls) total-vm:…" or "Memory cgroup out of memory: Killed process …". Source: mm/oom_kill.c, dump_oom_victim and __oom_kill_process.
 * @param uptimeMs of the machine, by whose start the log counts.
 */
export function parseOomKills(log: string, uptimeMs: number): readonly LoggedKill[] {
  const cgroups = new Map(
    [...log.matchAll(/oom-kill:constraint=CONSTRAINT_MEMCG,.*?oom_memcg=([^,]*),.*pid=(\d+),uid=/g)].map(
      ([, path = '', pid]) => [Number(pid), path],
    ),
  );
  return [...log.matchAll(/^\[ *(\d+\.\d+)\].*out of memory: Killed process (\d+) \((.*?)\)(?:,| total-vm)/gim)].map(
    ([, seconds, pid, name = '']) => ({
      pid: Number(pid),
      name,
      agoMs: Math.max(0, Math.round(uptimeMs - Number(seconds) * 1000)),
      cgroup: cgroups.get(Number(pid)) ?? null,
    }),
  );
}

/** Processes that the kernel killed because memory ran out. */
import { readNames, readText } from '../../../process/proc/read-proc.ts';
import { msPerTick, uptimeTicks } from '../../../process/proc/stat.ts';
import type { OomKill } from '../../snapshot.ts';
import { runLimited, systemEnv } from '../run-limited.ts';

/** The number of OOM kills in this cgroup since its creation, or null. Reads cgroup v1 and v2. */
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

/** This process's path in the cgroup v1 and v2 trees: "/docker/5281…"; undefined: none. Source: cgroups(7). */
function ownCgroup(): { readonly v1: string | undefined; readonly v2: string | undefined } {
  const own = readText('/proc/self/cgroup') ?? '';
  return { v1: /^\d+:memory:(.*)$/m.exec(own)?.[1], v2: /^0::(.*)$/m.exec(own)?.[1] };
}

/** Since boot, in all cgroups. Source: proc_vmstat(5). */
function killsOfMachine(): number {
  return killsIn('/proc/vmstat') ?? 0;
}

function killsIn(file: string): number | null {
  const count = /^oom_kill (\d+)$/m.exec(readText(file) ?? '')?.[1];
  return count === undefined ? null : Number(count);
}

/**
 * The killed processes and when, from the kernel's log; empty if it is not readable. A container sees
 * the log of the whole machine, so kills in other or vanished cgroups are left out.
 */
export async function oomVictims(limitMs: number): Promise<readonly OomKill[]> {
  if (killsOfMachine() === 0) return [];
  const log = await runLimited(['dmesg'], { env: systemEnv, cwd: '/', limitMs });
  if (log.code !== 0) return [];
  // In a cgroup namespace the paths in the log do not match; the counter of its root decides.
  const own = isRoot() && (oomKills() ?? 0) > 0;
  return parseOomKills(log.stdout, uptimeTicks() * msPerTick)
    .filter(({ cgroup }) => cgroup === null || own || isThere(cgroup))
    .map(({ pid, name, agoMs }) => ({ pid, name, agoMs }));
}

/** Whether this is the root of the visible tree. The machine's root has no counter. */
function isRoot(): boolean {
  const { v1, v2 } = ownCgroup();
  return (v1 ?? v2) === '/';
}

/** Whether the cgroup exists in a tree that this process sees. */
function isThere(cgroup: string): boolean {
  return ['', '/memory'].some((tree) => readNames(`/sys/fs/cgroup${tree}${cgroup}`) !== null);
}

export interface LoggedKill extends OomKill {
  /** The cgroup that hit its limit, "/docker/5281…"; null: the machine itself ran out. */
  readonly cgroup: string | null;
}

/**
 * "oom-kill:constraint=CONSTRAINT_MEMCG,…,oom_memcg=/docker/52…,…,pid=411,uid=0", then
 * "[ 123.456789] Out of memory: Killed process 411 (gopls) total-vm:…" or
 * "Memory cgroup out of memory: Killed process …".
 * Source: mm/oom_kill.c, dump_oom_victim and __oom_kill_process.
 * @param uptimeMs of the machine; the log counts from boot.
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

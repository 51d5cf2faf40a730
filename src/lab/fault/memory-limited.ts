/**
 * The sandbox has less memory than its workers need: the kernel kills the largest process. The limit is the
 * runtime's cgroup limit of each trial.
 * Source: Documentation/admin-guide/cgroup-v2.rst, memory.max and memory.events; cgroup-v1/memory.rst.
 */
import type { Fault } from './fault.ts';

/** 2 GiB, as in lab/runtime/docker/container-options.ts. Armed if the cgroup counts OOM kills; each kill is a hit. */
export function memoryLimited(): Fault {
  const kills =
    'cat /sys/fs/cgroup/memory.events /sys/fs/cgroup/memory/memory.oom_control 2>/dev/null | grep "^oom_kill "';
  return {
    name: 'no more than 2 GiB of memory',
    needs: ['memory'],
    hold: `[[ $(${kills}) == "oom_kill 0" ]] && echo armed >"$FAULT_LOG"`,
    note: `${kills} >>"$FAULT_LOG"`,
    hit: '^oom_kill [1-9]',
    count: (log) => ({
      armed: log.startsWith('armed'),
      hits: Math.max(0, ...[...log.matchAll(/^oom_kill (\d+)$/gm)].map(([, count]) => Number(count))),
    }),
  };
}

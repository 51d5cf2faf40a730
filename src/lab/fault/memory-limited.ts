/**
 * The sandbox has less memory than its workers want: the kernel ends what takes the most of it. The limit is the runtime's own, of a cgroup for
 * each trial. Source: Documentation/admin-guide/cgroup-v2.rst, memory.max and memory.events; cgroup-v1/memory.rst.
 */
import type { Fault } from './fault.ts';

/** 2 GiB, as lab/runtime/docker/docker.ts has it. In force when the cgroup says that it has a limit; each process that the kernel has killed for it is a hit. */
export function memoryLimited(): Fault {
  const kills =
    'cat /sys/fs/cgroup/memory.events /sys/fs/cgroup/memory/memory.oom_control 2>/dev/null | grep "^oom_kill "';
  return {
    name: 'no more than 2 GiB of memory',
    needs: ['memory'],
    hold: `[[ $(${kills}) == "oom_kill 0" ]] && echo armed >"$FAULT_LOG"`,
    note: `${kills} >>"$FAULT_LOG"`,
    count: (log) => ({
      armed: log.startsWith('armed'),
      hits: Math.max(0, ...[...log.matchAll(/^oom_kill (\d+)$/gm)].map(([, count]) => Number(count))),
    }),
  };
}

/**
 * A full disk: a small tmpfs, filled before any worker starts. ENOSPC and the answers of statfs are the
 * kernel's own; nothing traces the process.
 */
import type { Fault } from './fault.ts';

/** What runs out. 'inodes' leaves one, so that attempts leave a trace. */
export type Lack = 'bytes' | 'inodes';

const fill: Readonly<Record<Lack, string>> = {
  bytes: 'cat /dev/zero >"$place/ballast/zeros"',
  inodes: '(cd "$place/ballast" && for name in {1..4096}; do : >$name || break; done)',
};

const spare: Readonly<Record<Lack, string>> = {
  bytes: ':',
  inodes: 'rm "$place/ballast/1"',
};

/**
 * Mounts a disk of 32 MiB at the place until the trial ends. $PLACE/ballast fills it; removing that frees
 * space. Armed when our own write fails. Each file or folder that a process creates while the disk is
 * full is a hit.
 */
export function diskFull(place: string, lack: Lack): Fault {
  return {
    name: `no ${lack} left on the disk at ${place}`,
    needs: ['mount'],
    hold: [
      `place="${place}"`,
      'mkdir -p "$place" && mount -t tmpfs -o size=32m,nr_inodes=4k,mode=755 unlatch "$place" && mkdir "$place/ballast" || exit',
      fill[lack],
      // With bytes exhausted the file can be created but stays empty.
      'if echo canary >"$place/canary"; then exit; fi',
      `rm -f "$place/canary" && ${spare[lack]} && echo armed >"$FAULT_LOG"`,
    ].join('\n'),
    note: [
      `if ! echo canary >"${place}/canary"; then`,
      `  find "${place}" -mindepth 1 ! -path "${place}/ballast*" ! -name canary -printf 'began %P\\n' >>"$FAULT_LOG"`,
      'fi',
      `rm -f "${place}/canary"`,
    ].join('\n'),
    hit: '^began ',
    count: (log) => ({
      armed: log.startsWith('armed'),
      hits: new Set(log.split('\n').filter((line) => line.startsWith('began '))).size,
    }),
  };
}

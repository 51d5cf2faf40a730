/**
 * Mounts a folder twice so that a lock through one mount excludes nobody on the other, like a volume that two
 * machines mount without a lock manager, or one that a VM shares with its containers.
 * Source: bindfs(1), --enable-lock-forwarding: without it each mount keeps its own locks.
 */
import type { Fault } from './fault.ts';

/**
 * Mounts the folder, created if missing, at both places with bindfs and $BINDFS_OPTIONS, which a mitigation
 * may set. Armed when both mounts show the same file; a file locked through both at once is a hit.
 */
export function mountedTwice(folder: string, first: string, second: string): Fault {
  return {
    name: `${folder} mounted at ${first} and at ${second}`,
    needs: ['fuse', 'procfs'],
    hold: [
      `mkdir -p "${folder}" "${first}" "${second}" || exit`,
      // bindfs goes into the background once mounted, and ends with the sandbox.
      `bindfs --no-allow-other \${BINDFS_OPTIONS-} "${folder}" "${first}" || exit`,
      `bindfs --no-allow-other \${BINDFS_OPTIONS-} "${folder}" "${second}" || exit`,
      `touch "${first}/canary" && [[ -e ${second}/canary && ! ${first}/canary -ef ${second}/canary ]] && rm "${second}/canary" || exit`,
      'echo armed >"$FAULT_LOG"',
    ].join('\n'),
    note: [
      `while read -r file; do`,
      `  lock_holders "${first}/$file" && lock_holders "${second}/$file" && echo "both $file" >>"$FAULT_LOG"`,
      `done < <(cd "${folder}" && find . -type f -name "*lock*")`,
    ].join('\n'),
    hit: '^both ',
    count: (log) => ({
      armed: log.startsWith('armed'),
      hits: new Set(log.split('\n').filter((line) => line.startsWith('both '))).size,
    }),
  };
}

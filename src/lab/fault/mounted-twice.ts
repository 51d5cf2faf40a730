/**
 * A folder is mounted twice, and a lock that is held through one mount keeps nobody out through the other: as with a
 * volume that two machines mount without a lock manager, or one that a VM shares with its containers.
 * Source: bindfs(1), --enable-lock-forwarding: without it, each mount keeps its locks to itself.
 */
import type { Fault } from './fault.ts';

/**
 * Mounts the folder, made when it is missing, at both places with bindfs; $BINDFS_OPTIONS, which a mitigation may set, stands on its
 * command line. The fault is in force when both mounts show the same file; a file that is locked through both at once is a hit.
 */
export function mountedTwice(folder: string, first: string, second: string): Fault {
  return {
    name: `${folder} mounted at ${first} and at ${second}`,
    needs: ['fuse', 'procfs'],
    hold: [
      `mkdir -p "${folder}" "${first}" "${second}" || exit`,
      // They go into the background by themselves once they are mounted, and end with the sandbox.
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
    count: (log) => ({
      armed: log.startsWith('armed'),
      hits: new Set(log.split('\n').filter((line) => line.startsWith('both '))).size,
    }),
  };
}

/**
 * Makes a system call fail on one file of a mounted filesystem, as on a network filesystem. Nothing traces
 * the process. The filesystem is sandbox/faultfs.
 */
import type { Errno } from './call-fails.ts';
import type { Fault } from './fault.ts';

/** The calls that faultfs can fail, named as in strace.ts. */
export interface MountedCall {
  readonly call: 'rename' | 'flock';
  /** Relative to the mount point, with the wildcards of Go's path.Match; a rename matches by either name. */
  readonly path: string;
}

const canaries: Readonly<Record<MountedCall['call'], string>> = {
  // Its exit status proves nothing: mv copies on EXDEV.
  rename: 'mv "$place/canary" "$place/canary.moved"',
  flock: 'flock -n "$place/canary" true',
};

/** Mounts the folder PLACE.disk at PLACE until the trial ends. Armed when faultfs has failed our own call. */
export function mountedCallFails(place: string, { call, path }: MountedCall, errno: Errno): Fault {
  return {
    name: `${call} fails with ${errno} on ${path} of the filesystem at ${place}`,
    needs: ['fuse'],
    program: 'faultfs',
    hold: [
      `place="${place}"`,
      'mkdir -p "$place.disk" "$place" && chmod +x "$LAB/trial/faultfs" || exit',
      `"$LAB/trial/faultfs" -call ${call} -path '${path}' -errno ${errno} -log "$FAULT_LOG" "$place.disk" "$place" >"$FAULT_LOG.mounted" &`,
      'server=$!',
      'until [[ -s $FAULT_LOG.mounted ]]; do kill -0 $server || exit; pause 0.02; done',
      // In a user namespace the root of a FUSE mount is not writable before its first stat: until then its owner is uid 0, which has
      // no mapping there. Source: fs/namei.c, inode_permission, HAS_UNMAPPED_ID; fs/fuse/inode.c, fuse_get_root_inode.
      `stat "$place" >/dev/null && touch "$place/canary" || exit`,
      `${canaries[call]} || true`,
      'grep -q "struck canary" "$FAULT_LOG.mounted" && rm -f "$place/canary" "$place/canary.moved" || exit',
      'echo armed >"$FAULT_LOG" && wait',
    ].join('\n'),
    hit: '^struck ',
    count: (log) => ({
      armed: log.startsWith('armed'),
      hits: log.split('\n').filter((line) => line.startsWith('struck ')).length,
    }),
  };
}

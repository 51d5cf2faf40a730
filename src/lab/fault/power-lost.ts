/**
 * A machine that loses its power at a chosen call, with writes that had not reached its disk. The filesystem
 * is sandbox/faultfs; sandbox/faultfs/disk.go says what it keeps, and which filesystems it stands for.
 */
import type { Fault } from './fault.ts';

export interface PowerLoss {
  /** The machine: all processes of these workers are killed when the power is lost. */
  readonly worker: string;
  /** The call that is not carried out. All changes of names before it are on the disk. */
  readonly at: 'create' | 'rename' | 'unlink';
  /** Relative to the mount point, with the wildcards of Go's path.Match; a rename matches by either name. */
  readonly path: string;
  /**
   * What is lost of a file that was not synced. `data`: its new data, and so its new length (ext4, XFS);
   * `contents`: the length is there, the bytes are zero (ext4 with data=writeback, a disk that lies).
   */
  readonly lost: 'data' | 'contents';
}

const canaries: Readonly<Record<PowerLoss['lost'], string>> = {
  data: '[[ $(<"$place/canary.synced") == kept && -e $place/canary.not && ! -s $place/canary.not ]]',
  contents: '[[ $(<"$place/canary.synced") == kept && $(od -An -tx1 "$place/canary.not") == " 00 00 00 00 00" ]]',
};

/**
 * Mounts the folder PLACE.disk at PLACE until the trial ends. Armed when our own file that was not synced has
 * been lost, and one that was synced has not. Each file that lost something is a hit, written once the
 * machine is up again: `fault_hits` then succeeds.
 */
export function powerLost(place: string, { worker, at, path, lost }: PowerLoss): Fault {
  return {
    name: `power lost at ${at} of ${path} on ${place}, without the ${lost} that ${lost === 'data' ? 'was' : 'were'} not synced`,
    needs: ['fuse', 'procfs'],
    program: 'faultfs',
    hold: [
      `place="${place}"`,
      'mkdir -p "$place.disk" "$place" && chmod +x "$LAB/trial/faultfs" || exit',
      `"$LAB/trial/faultfs" -lost ${lost} -at ${at} -path '${path}' -log "$FAULT_LOG.files" "$place.disk" "$place" >"$FAULT_LOG.mounted" &`,
      'server=$!',
      // In a user namespace the root of a FUSE mount is not writable before its first stat; see mounted-call-fails.ts.
      'mounted() { until [[ $(grep -sc "^mounted" "$FAULT_LOG.mounted") == $1 ]]; do kill -0 $server || exit; pause 0.02; done; stat "$place" >/dev/null; }',
      'mounted 1 && echo kept >"$place/canary.synced" && sync "$place/canary.synced" && echo lost >"$place/canary.not" || exit',
      'kill -USR1 $server && mounted 2 || exit',
      `${canaries[lost]} && rm "$place/canary.synced" "$place/canary.not" && : >"$FAULT_LOG.files" && echo armed >"$FAULT_LOG" || exit`,
      'until grep -q "^stands still" "$FAULT_LOG.mounted"; do kill -0 $server || exit; pause 0.02; done',
      // A process that waits for the filesystem dies once it gets its answer, before it can do anything else.
      `kill -KILL $(pids ${worker}) && kill -USR1 $server && mounted 3 || exit`,
      // In one write: who waits for the first line may count on all.
      'hits=$(<"$FAULT_LOG.files") && echo "${hits:-nothing lost}" >>"$FAULT_LOG" && wait',
    ].join('\n'),
    hit: '^struck ',
    count: (log) => ({
      armed: log.startsWith('armed'),
      hits: log.split('\n').filter((line) => line.startsWith('struck ')).length,
    }),
  };
}

import { lockName, nameInCache } from '../../../go/lock-name.ts';
import { filesystemText } from '../../facts/disk/filesystem-type.ts';
import type { Finder, Finding } from '../../finding.ts';
import type { ProcessFact } from '../../process-fact.ts';
import { decide } from '../../remedy/remedy.ts';
import { processText } from '../../text/process-text.ts';

/** flock succeeds but excludes nobody: two mounts of one folder, each with its own locks. */
export const flockNotExclusive: Finder = ({ places, processes }) => [
  ...places.flatMap(({ role, type, flock }) =>
    flock?.result !== 'not exclusive'
      ? []
      : [
          report(`flock admits two holders at once in ${role}`, [
            `flock -x ${flock.path} twice: both got the lock`,
            `the filesystem is ${filesystemText(type)}`,
          ]),
        ],
  ),
  ...pairs(processes).map(([first, second, path]) =>
    report(
      `${processText(first)} and ${processText(second)} both hold the lock of ${lockName(path)}`,
      [first, second].flatMap(({ pid, files }) =>
        files
          .filter(({ lock }) => lock === 'WRITE')
          .map((file) => `pid ${pid}: WRITE on ${file.path}, device ${file.lockDevice}, inode ${file.inode}`),
      ),
      [first.pid, second.pid],
      // Disks of two containers may reuse an inode number, which looks like one folder mounted twice.
      first.container === second.container ? 'error' : 'note',
    ),
  ),
];

/** One inode on two devices: two files to the kernel. */
function pairs(processes: readonly ProcessFact[]): readonly (readonly [ProcessFact, ProcessFact, string])[] {
  return processes.flatMap((first) =>
    processes.flatMap((second) => {
      if (first.pid >= second.pid) return [];
      const shared = first.files.find((a) =>
        second.files.some(
          (b) =>
            a.lock === 'WRITE' &&
            b.lock === 'WRITE' &&
            a.inode === b.inode &&
            a.lockDevice !== b.lockDevice &&
            // Two overlays of the same layers: each has a file of its own, with the same number.
            !(a.isOverlay && b.isOverlay) &&
            nameInCache(a.path) === nameInCache(b.path),
        ),
      );
      return shared === undefined ? [] : [[first, second, shared.path] as const];
    }),
  );
}

function report(
  summary: string,
  evidence: readonly string[],
  pids: readonly number[] = [],
  severity: Finding['severity'] = 'error',
): Finding {
  return {
    id: 'flock-not-exclusive',
    severity,
    summary,
    evidence,
    pids,
    consequences: [],
    remedy: [decide('Give each mount its own GOMODCACHE, or mount a named volume instead of a host folder')],
    source: 'docker/for-mac#7004; golang/go#36447; scenario flock-not-exclusive',
  };
}

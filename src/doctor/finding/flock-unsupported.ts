import { filesystemText } from '../facts/disk/filesystem-type.ts';
import type { Finder } from '../finding.ts';
import { decide } from '../remedy/remedy.ts';

/** flock(2) fails: go does not fall back, and ends. */
export const flockUnsupported: Finder = ({ places }) =>
  places.flatMap(({ role, type, flock }) =>
    flock?.result !== 'failed'
      ? []
      : [
          {
            id: 'flock-unsupported',
            severity: 'error' as const,
            summary: `flock does not work in ${role}: go ends at once where it must lock (${flock.why})`,
            evidence: [`flock -x ${flock.path}: ${flock.why}`, `the filesystem is ${filesystemText(type)}`],
            pids: [],
            consequences: [],
            remedy: [
              decide(
                `Put ${role === 'workspace' ? 'the workspace' : role} on a disk with locks (for NFS: version 4, or lockd running); to run it again does not help`,
              ),
            ],
            source:
              'cmd/go/internal/lockedfile/internal/filelock; golang/go#37461; scenarios flock-unsupported, gocache-trim-lock',
          },
        ],
  );

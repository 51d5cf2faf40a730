import { filesystemText } from '../../facts/disk/filesystem-type.ts';
import type { Finder } from '../../finding.ts';
import { decide } from '../../remedy/remedy.ts';

/** flock(2) fails. go has no fallback and exits. */
export const flockUnsupported: Finder = ({ places }) =>
  places.flatMap(({ role, type, flock }) =>
    flock?.result !== 'failed'
      ? []
      : [
          {
            id: 'flock-unsupported',
            severity: 'error' as const,
            summary: `flock does not work in ${role}: go exits as soon as it must lock (${flock.why})`,
            evidence: [`flock -x ${flock.path}: ${flock.why}`, `the filesystem is ${filesystemText(type)}`],
            pids: [],
            consequences: [],
            remedy: [
              decide(
                `Put ${role === 'workspace' ? 'the workspace' : role} on a disk that supports flock (NFS: version 4, or run lockd). Running go again does not help`,
              ),
            ],
            source:
              'cmd/go/internal/lockedfile/internal/filelock; golang/go#37461; scenarios flock-unsupported, gocache-trim-lock',
          },
        ],
  );

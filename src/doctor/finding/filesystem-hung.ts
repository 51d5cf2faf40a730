import type { Finder } from '../finding.ts';
import { linksOf, processText } from '../wait-chain.ts';

/** A filesystem that does not answer: every call on it waits in the kernel. */
export const filesystemHung: Finder = (snapshot) => [
  ...snapshot.places
    .filter(({ stat }) => stat === 'hung')
    .map(({ role, path }) => report(`${role} does not answer: ${path}`, ['stat(2) did not come back in time'])),
  ...[...linksOf(snapshot).values()].flatMap(({ process, wait }) =>
    wait.kind === 'filesystem'
      ? [report(`${processText(process)} waits in the kernel for a filesystem`, [`wchan ${wait.wchan}`])]
      : [],
  ),
];

function report(summary: string, evidence: readonly string[]) {
  return {
    id: 'filesystem-hung',
    severity: 'error' as const,
    summary,
    evidence,
    remedy: 'bring the server of that filesystem back (FUSE, NFS, 9p), or put HOME and the caches on a local disk',
    source: 'golang/go#49475',
  };
}

import { causesOf, consequencesOf, pidsOf } from '../../chain/cause.ts';
import type { Finder, Finding } from '../../finding.ts';
import { decide } from '../../remedy/remedy.ts';
import { processText } from '../../text/process-text.ts';

/** A filesystem does not answer: every call on it blocks in the kernel. */
export const filesystemHung: Finder = (snapshot) => [
  ...snapshot.places
    .filter(({ stat }) => stat === 'hung')
    .map(({ role, path }) => report(`${role} does not answer: ${path}`, ['stat(2) did not return in time'])),
  ...causesOf(snapshot).flatMap((cause) => {
    const { process, wait } = cause.root;
    return wait.kind === 'filesystem'
      ? [
          {
            ...report(`${processText(process)} waits in the kernel for a filesystem`, [`wchan ${wait.wchan}`]),
            pids: pidsOf(cause),
            consequences: consequencesOf(cause),
          },
        ]
      : [];
  }),
];

function report(summary: string, evidence: readonly string[]): Finding {
  return {
    id: 'filesystem-hung',
    severity: 'error',
    summary,
    evidence,
    pids: [],
    consequences: [],
    remedy: [
      decide('Bring back the server of that filesystem (FUSE, NFS, 9p), or move HOME and the caches to a local disk'),
    ],
    source: 'golang/go#49475; scenario modcache-hung',
  };
}

/** The common part of the findings about silent servers. */
import { consequencesOf, pidsOf } from '../chain/cause.ts';
import { type AskedServer, networkEvidence, type SilentGo, silentGos } from '../chain/silent-go.ts';
import type { Finding } from '../finding.ts';
import { killTree, restart, type Step } from '../remedy/remedy.ts';
import type { Snapshot } from '../snapshot.ts';
import { whereToSet } from '../text/editor-text.ts';
import { ageText, processText } from '../text/process-text.ts';

export interface SilentServer {
  readonly id: string;
  /** "the module proxy" */
  readonly server: string;
  readonly source: string;
  readonly evidence?: (snapshot: Snapshot, silent: SilentGo) => readonly string[];
  /** What must change before go asks the same server again. */
  readonly mend: (snapshot: Snapshot, silent: SilentGo) => readonly Step[];
}

/** Orphans are left to orphan-holder: whoever started one asks again. */
export function networkFinding(snapshot: Snapshot, asked: AskedServer, what: SilentServer): readonly Finding[] {
  return silentGos(snapshot)
    .filter(({ asks, cause }) => asks === asked && cause.orphan === null)
    .map((silent) => {
      const { process, cause, network, certain } = silent;
      const { connection, silentMs } = network;
      const stalled = cause.state === 'stuck';
      const since = silentMs === null ? '' : ` for ${ageText(silentMs)}`;
      const has = connection.state === 'SYN_SENT' ? 'has not accepted the connection' : 'has been silent';
      const likely = certain ? '' : ', most likely';
      return {
        id: what.id,
        severity: stalled ? 'error' : 'note',
        summary: `${processText(process)} waits for ${what.server} at ${connection.remote}${likely}, which ${has}${since}${stalled ? '' : ': it may still answer'}`,
        evidence: [...networkEvidence(silent), ...(what.evidence?.(snapshot, silent) ?? [])],
        pids: pidsOf(cause),
        consequences: consequencesOf(cause),
        remedy: stalled
          ? [
              killTree(process, snapshot, 'it holds its locks while it waits, and go sets no timeout'),
              ...what.mend(snapshot, silent),
              restart(restartedBy(silent), `with that set in ${whereToSet(snapshot)}`),
            ]
          : [],
        source: what.source,
      };
    });
}

function restartedBy({ cause, process }: SilentGo): string {
  return cause.waiters.some((link) => link.process.name === 'gopls') || process.name === 'gopls'
    ? 'gopls'
    : 'the go command';
}

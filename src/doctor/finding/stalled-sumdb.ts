import type { Finder } from '../finding.ts';
import { silentGos } from '../silent-go.ts';
import { processText, waitText } from '../wait-chain.ts';

/** A go command that waits for the checksum database, for hashes that go.sum lacks. */
export const stalledSumdb: Finder = (snapshot) =>
  silentGos(snapshot)
    .filter(({ asks }) => asks === 'sumdb')
    .map(({ process, connection }) => ({
      id: 'stalled-sumdb',
      severity: 'error',
      summary: `${processText(process)} most likely waits for the checksum database at ${waitText({ kind: 'network', connection })}`,
      evidence: [
        `${connection.state} ${connection.local} → ${connection.remote}, queues ${connection.sendQueueBytes}/${connection.receiveQueueBytes}`,
        'no zip is on its way: the process has none open for writing',
        ...(snapshot.cache.withoutSum.length === 0
          ? []
          : [`go.sum says nothing of ${snapshot.cache.withoutSum.slice(0, 5).join(', ')}`]),
      ],
      remedy:
        'complete go.sum where the database answers (go mod tidy), or GONOSUMDB for the module, or GOWORK=off; a second proxy after "|" does not help',
      source: 'cmd/go/internal/modload/init.go, mustHaveSums; modfetch/sumdb.go; scenario gopls-stalled-sumdb',
    }));

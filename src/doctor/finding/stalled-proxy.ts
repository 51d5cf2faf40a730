import type { Finder } from '../finding.ts';
import { silentGos } from '../silent-go.ts';
import { processText, waitText } from '../wait-chain.ts';

/** A go command whose module proxy took the connection and says nothing: go sets no limit. */
export const stalledProxy: Finder = (snapshot) =>
  silentGos(snapshot)
    .filter(({ asks }) => asks === 'proxy')
    .map(({ process, connection }) => ({
      id: 'stalled-proxy',
      severity: 'error',
      summary: `${processText(process)} waits for the module proxy at ${waitText({ kind: 'network', connection })}`,
      evidence: [
        `${connection.state} ${connection.local} → ${connection.remote}, queues ${connection.sendQueueBytes}/${connection.receiveQueueBytes}`,
        `GOPROXY=${process.env?.['GOPROXY'] || snapshot.go.env?.['GOPROXY'] || 'unknown'}`,
        ...process.files.filter(({ lock }) => lock !== null).map(({ path }) => `it holds the lock ${path} meanwhile`),
      ],
      remedy:
        'download before the editor starts, with a limit: timeout 120 go mod download; or GOPROXY=off, which fails at once. A second proxy after "|" does not help: go goes on to it after an error only',
      source: 'cmd/go/internal/web/http.go: no Timeout; golang/go#42132; scenario gopls-stalled-proxy',
    }));

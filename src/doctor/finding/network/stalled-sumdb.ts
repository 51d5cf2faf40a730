import type { Finder } from '../../finding.ts';
import { networkFinding } from '../../judge/network-finding.ts';
import { environment } from '../../remedy/remedy.ts';

/** A go command waits for the checksum database, for hashes that go.sum lacks. */
export const stalledSumdb: Finder = (snapshot) =>
  networkFinding(snapshot, 'sumdb', {
    id: 'stalled-sumdb',
    server: 'the checksum database',
    source: 'cmd/go/internal/modload/init.go, mustHaveSums; modfetch/sumdb.go; scenario gopls-stalled-sumdb',
    evidence: ({ cache }) =>
      cache.withoutSum.length === 0 ? [] : [`go.sum lacks ${cache.withoutSum.slice(0, 5).join(', ')}`],
    mend: ({ cache }) => [
      environment(
        { GONOSUMDB: [...new Set(cache.withoutSum.map((module) => module.split('@')[0]))].join(',') || '*' },
        'until the database answers; then `go mod tidy` completes go.sum, and go no longer asks the database',
      ),
    ],
  });

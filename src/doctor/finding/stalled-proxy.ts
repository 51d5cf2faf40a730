import type { Finder } from '../finding.ts';
import { networkFinding } from '../judge/network-finding.ts';
import { environment } from '../remedy/remedy.ts';

/** A go command whose module proxy took the connection and says nothing: go sets no limit. */
export const stalledProxy: Finder = (snapshot) =>
  networkFinding(snapshot, 'proxy', {
    id: 'stalled-proxy',
    server: 'the module proxy',
    source: 'cmd/go/internal/web/http.go: no Timeout; golang/go#42132; scenario gopls-stalled-proxy',
    mend: () => [
      environment(
        { GOPROXY: 'off' },
        'go then fails at once where a module is missing; or name a proxy that answers. A second one after "|" does not help: go goes on to it after an error only',
      ),
    ],
  });

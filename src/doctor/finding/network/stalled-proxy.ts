import type { Finder } from '../../finding.ts';
import { networkFinding } from '../../judge/network-finding.ts';
import { environment } from '../../remedy/remedy.ts';

/** A module proxy accepted the connection and says nothing. go sets no timeout. */
export const stalledProxy: Finder = (snapshot) =>
  networkFinding(snapshot, 'proxy', {
    id: 'stalled-proxy',
    server: 'the module proxy',
    source: 'cmd/go/internal/web/http.go: no Timeout; golang/go#42132; scenario gopls-stalled-proxy',
    mend: () => [
      environment(
        { GOPROXY: 'off' },
        'go then fails at once if a module is missing; or name a proxy that answers. A second proxy after "|" does not help: go tries it only after an error',
      ),
    ],
  });

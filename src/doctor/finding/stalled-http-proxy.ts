import type { Finder } from '../finding.ts';
import { networkFinding } from '../network-finding.ts';
import { decide, environment } from '../remedy.ts';
import { httpProxies } from '../silent-go.ts';

/** The proxy that HTTPS_PROXY or HTTP_PROXY names takes no connection, or takes it and says nothing. */
export const stalledHttpProxy: Finder = (snapshot) =>
  networkFinding(snapshot, 'http-proxy', {
    id: 'stalled-http-proxy',
    server: 'the proxy that HTTPS_PROXY or HTTP_PROXY names',
    source:
      'golang.org/x/net/http/httpproxy; cmd/go/internal/web/http.go: no Timeout; scenario gopls-stalled-http-proxy',
    mend: (_, { process }) => [
      environment(
        { HTTPS_PROXY: null, https_proxy: null, HTTP_PROXY: null, http_proxy: null },
        `where the module proxy can be reached without ${httpProxies(process.env ?? {}).join(', ')}`,
      ),
      decide('Where it cannot: name a proxy that answers, or exempt the host of GOPROXY by NO_PROXY'),
    ],
  });

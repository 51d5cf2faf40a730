import { httpProxies, proxiesOf } from '../../chain/silent-go.ts';
import type { Finder } from '../../finding.ts';
import { networkFinding } from '../../judge/network-finding.ts';
import type { ProcessFact } from '../../process-fact.ts';
import { decide, environment } from '../../remedy/remedy.ts';

/** The proxy of HTTPS_PROXY or HTTP_PROXY accepts no connection, or accepts it and says nothing. */
export const stalledHttpProxy: Finder = (snapshot) =>
  networkFinding(snapshot, 'http-proxy', {
    id: 'stalled-http-proxy',
    server: 'the proxy of HTTPS_PROXY or HTTP_PROXY',
    source:
      'golang.org/x/net/http/httpproxy; cmd/go/internal/web/http.go: no Timeout; scenario gopls-stalled-http-proxy',
    mend: (_, { process }) => [
      environment(
        Object.fromEntries(namesOf(process).map((name) => [name, null])),
        `if the module proxy can be reached without ${httpProxies(process.env ?? {}).join(', ')}`,
      ),
      decide(`Otherwise name a proxy that answers, or exempt ${hostsOf(process)} with NO_PROXY`),
    ],
  });

/** The proxy variables that this process has, in its spelling. */
function namesOf({ env }: ProcessFact): readonly string[] {
  return ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'].filter((name) => env?.[name]);
}

/** NO_PROXY takes names without a port. Source: golang.org/x/net/http/httpproxy, Config.NoProxy. */
function hostsOf({ settings }: ProcessFact): string {
  const hosts = proxiesOf(settings ?? {}).map((host) => host.replace(/:\d+$/, ''));
  return hosts.length === 0 ? 'the host of GOPROXY' : hosts.join(',');
}

import { defineScenario, requestFails, stuckIn } from '../../../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'gopls hangs at "Loading packages…" while the proxy of HTTP_PROXY is silent, even if the module proxy behind it is healthy: its go list has no network timeout.',
  source: 'cmd/go/internal/web/http.go: no Timeout; golang.org/x/net/http/httpproxy',
  cells: [{ gopls: '*', expect: 'reproduced' }],
  files: `
-- go.mod --
module example.com/m

go 1.21

require example.com/dep v1.0.0
-- go.sum --
-- main.go --
package main

import _ "example.com/dep"

func main() {}
-- proxy/example.com/dep@v1.0.0/go.mod --
module example.com/dep

go 1.21
-- proxy/example.com/dep@v1.0.0/dep.go --
package dep
`,
  // Go uses no proxy for loopback addresses; 0.0.0.0 reaches the loopback but does not count as one. The module proxy on port 8081 is
  // healthy. The stalling server on port 8080 acts like a company's proxy: it gets requests with the whole URL.
  env: { GOPROXY: 'http://0.0.0.0:8081', HTTP_PROXY: 'http://127.0.0.1:8080' },
  setup: ['GOPROXY=file://$LAB/proxy go mod tidy', 'go clean -modcache'],
  workers: [
    { name: 'modules', run: 'proxy --root $LAB/proxy --port 8081 >$LAB/listening', fault: null, background: true },
    { name: 'editor', after: '[[ -s $LAB/listening ]]', run: 'editor --phase-ms 13000 gopls' },
  ],
  fault: requestFails(/\.zip$/, 'stall'),
  mitigations: {
    'NO_PROXY for the module proxy': {
      env: { NO_PROXY: '0.0.0.0' },
      run: { editor: 'editor --phase-ms 20000 gopls' },
      avoids: true,
    },
    'without HTTP_PROXY': { env: { HTTP_PROXY: '' }, run: { editor: 'editor --phase-ms 20000 gopls' }, avoids: true },
    'GOPROXY=off': { env: { GOPROXY: 'off' }, run: { editor: 'editor --phase-ms 20000 gopls' }, avoids: true },
    'a second proxy after "|"': { env: { GOPROXY: 'http://0.0.0.0:8081|file://$LAB/proxy' }, expect: 'fails' },
    'end gopls and start it again': {
      run: { editor: 'editor --phase-ms 3000 gopls >/dev/null || editor --phase-ms 13000 gopls' },
      expect: 'fails',
      source: 'folk advice (F7)',
    },
  },
  check: stuckIn('go list'),
  doctorFinding: 'stalled-http-proxy',
});

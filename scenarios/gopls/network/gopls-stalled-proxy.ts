import { defineScenario, requestFails, stuckIn } from '../../../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'gopls hangs at "Loading packages…" while the module proxy is silent: its go list has no network timeout and holds the lock of the module version meanwhile.',
  source: 'golang/go#42132; cmd/go/internal/web/http.go: no Timeout (F34)',
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
  setup: ['go mod tidy', 'go clean -modcache'],
  workers: [{ name: 'editor', run: 'GOPROXY=http://127.0.0.1:8080 editor --phase-ms 13000 gopls' }],
  fault: requestFails(/\.zip$/, 'stall'),
  mitigations: {
    'download before the editor starts': {
      setup: ['go mod download'],
      run: { editor: 'GOPROXY=http://127.0.0.1:8080 editor --phase-ms 20000 gopls' },
      avoids: true,
    },
    'GOPROXY=off': { run: { editor: 'GOPROXY=off editor --phase-ms 10000 gopls' }, avoids: true },
    'a second proxy after "|"': {
      run: { editor: 'GOPROXY="http://127.0.0.1:8080|file://$LAB/proxy" editor --phase-ms 6000 gopls' },
      expect: 'fails',
    },
    'end gopls and start it again': {
      run: {
        editor:
          'GOPROXY=http://127.0.0.1:8080 editor --phase-ms 3000 gopls >/dev/null || GOPROXY=http://127.0.0.1:8080 editor --phase-ms 6000 gopls',
      },
      expect: 'fails',
      source: 'folk advice (F7)',
    },
  },
  check: stuckIn('go list'),
  doctorFinding: 'stalled-proxy',
  needs: ['ss'],
});

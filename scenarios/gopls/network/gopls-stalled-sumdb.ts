import { defineScenario, requestFails, stuckIn } from '../../../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'gopls hangs at "Loading packages…" while the checksum database is silent: in a workspace with a go.work its go list asks for each hash that go.sum lacks, without a timeout.',
  source:
    'cmd/go/internal/modload/init.go, mustHaveSums; modfetch/sumdb.go; cmd/go/internal/web/http.go: no Timeout (F34)',
  cells: [{ gopls: '*', expect: 'reproduced' }],
  files: `
-- go.mod --
module example.com/m

go 1.21

require example.com/dep v1.0.0
-- go.work --
go 1.21

use .
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
  workers: [{ name: 'editor', run: 'GOPROXY=http://127.0.0.1:8080 editor --phase-ms 13000 gopls' }],
  fault: requestFails(/^\/sumdb\//, 'stall'),
  mitigations: {
    'go.sum is complete': {
      setup: ['go mod tidy', 'go clean -modcache'],
      run: { editor: 'GOPROXY=http://127.0.0.1:8080 editor --phase-ms 20000 gopls' },
      avoids: true,
    },
    // Without a go.work go list does not add to go.sum: it fails at once if a hash is missing.
    'GOWORK=off': {
      run: { editor: 'GOWORK=off GOPROXY=http://127.0.0.1:8080 editor --phase-ms 20000 gopls' },
      avoids: true,
    },
    'GONOSUMDB for the module': {
      env: { GONOSUMDB: 'example.com' },
      run: { editor: 'GOPROXY=http://127.0.0.1:8080 editor --phase-ms 20000 gopls' },
      avoids: true,
    },
    'GOSUMDB=off': {
      env: { GOSUMDB: 'off' },
      run: { editor: 'GOPROXY=http://127.0.0.1:8080 editor --phase-ms 20000 gopls' },
      avoids: true,
    },
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
  doctorFinding: 'stalled-sumdb',
  needs: ['ss'],
});

import { defineScenario, stuckIn } from '../../../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'gopls hangs at "Loading packages…" while the GOAUTH command does not answer: go runs it before its first HTTPS request and waits for it without a timeout.',
  source: 'cmd/go/internal/auth/userauth.go, runAuthCommand; go help goauth',
  cells: [
    // GOAUTH came with Go 1.24.
    { go: '<1.24', gopls: '*', expect: 'not-reproduced' },
    { gopls: '*', expect: 'reproduced' },
  ],
  files: `
-- go.mod --
module example.com/m

go 1.21

require example.com/dep v1.0.0
-- main.go --
package main

import _ "example.com/dep"

func main() {}
-- proxy/example.com/dep@v1.0.0/go.mod --
module example.com/dep

go 1.21
-- proxy/example.com/dep@v1.0.0/dep.go --
package dep
-- auth --
#!/bin/sh
exec sleep infinity
`,
  setup: ['chmod +x auth', 'go mod tidy', 'go clean -modcache'],
  // Nothing listens on that port: go runs the command before it connects.
  env: { GOPROXY: 'https://127.0.0.1:1|file://$LAB/proxy' },
  workers: [{ name: 'editor', run: 'GOAUTH=$WORK/auth editor --phase-ms 13000 gopls' }],
  mitigations: {
    'GOAUTH=netrc, the default': { run: { editor: 'GOAUTH=netrc editor --phase-ms 30000 gopls' } },
    'GOAUTH=off': { run: { editor: 'GOAUTH=off editor --phase-ms 30000 gopls' } },
    'GOAUTH=netrc, while go env -w has the command': {
      setup: ['printf "GOAUTH=%s\\n" $WORK/auth >$LAB/goenv'],
      run: { editor: 'GOENV=$LAB/goenv GOAUTH=netrc editor --phase-ms 30000 gopls' },
    },
    'unset GOAUTH, while go env -w has the command': {
      setup: ['printf "GOAUTH=%s\\n" $WORK/auth >$LAB/goenv'],
      run: { editor: 'GOENV=$LAB/goenv editor --phase-ms 13000 gopls' },
      expect: 'fails',
    },
    'download before the editor starts': {
      setup: ['go mod download'],
      run: { editor: 'GOAUTH=$WORK/auth editor --phase-ms 30000 gopls' },
      avoids: true,
    },
    'end gopls and start it again': {
      run: {
        editor: 'export GOAUTH=$WORK/auth; editor --phase-ms 3000 gopls >/dev/null || editor --phase-ms 13000 gopls',
      },
      expect: 'fails',
      source: 'folk advice (F7)',
    },
  },
  check: stuckIn('go list'),
  doctorFinding: 'helper-waits',
});

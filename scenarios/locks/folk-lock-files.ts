import { defineScenario, lockHeld, waitsForLock } from '../../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'A lock file in $GOCACHE/<hex>/, $GOMODCACHE/.cache/v2/lock or .vscode/go/lock blocks go build, go mod download and go list while another process holds it.',
  source: 'folk advice (F3, F4, F5); no such path is in cmd/go',
  cells: [{ expect: 'not-reproduced', avoids: true }],
  files: `
-- go.mod --
module example.com/m

go 1.13

require example.com/dep v1.0.0
-- m.go --
package m

import _ "example.com/dep"
-- proxy/example.com/dep@v1.0.0/go.mod --
module example.com/dep
-- proxy/example.com/dep@v1.0.0/dep.go --
package dep
`,
  setup: ['go mod tidy', 'go clean -modcache'],
  workers: [
    { name: 'build', run: 'go build ./...', fault: lockHeld('$GOCACHE/00/lock') },
    { name: 'download', run: 'go mod download', fault: lockHeld('$GOMODCACHE/.cache/v2/lock') },
    { name: 'list', run: 'go list -deps ./...', fault: lockHeld('$WORK/.vscode/go/lock') },
  ],
  symptom:
    'lock_waiters $GOCACHE/00/lock || lock_waiters $GOMODCACHE/.cache/v2/lock || lock_waiters $WORK/.vscode/go/lock',
  probes: {
    waiting:
      'lock_waiters $GOCACHE/00/lock || lock_waiters $GOMODCACHE/.cache/v2/lock || lock_waiters $WORK/.vscode/go/lock',
  },
  mitigations: {
    'delete the three files': {
      rescue: 'rm $GOCACHE/00/lock $GOMODCACHE/.cache/v2/lock .vscode/go/lock',
      expect: 'fails',
      source: 'folk advice',
    },
  },
  check: waitsForLock('waiting'),
});

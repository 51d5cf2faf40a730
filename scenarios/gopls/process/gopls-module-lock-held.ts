import { anyOf, defineScenario, lockHeld, stuckIn, waitsForLock } from '../../../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'gopls hangs at "Loading packages…" while another process holds the lock of a module version that is not in the cache yet: its go list waits for it in flock(2).',
  source: 'cmd/go/internal/modfetch/cache.go, lockVersion; golang/go#32421; golang/go#33543',
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
  workers: [{ name: 'editor', run: 'editor --phase-ms 6000 gopls' }],
  fault: lockHeld('$GOMODCACHE/cache/download/example.com/dep/@v/v1.0.0.lock'),
  symptom: 'lock_waiters $GOMODCACHE/cache/download/example.com/dep/@v/v1.0.0.lock',
  probes: { waiting: 'lock_waiters $GOMODCACHE/cache/download/example.com/dep/@v/v1.0.0.lock' },
  mitigations: {
    'end the holder': {
      run: { editor: 'editor --phase-ms 20000 gopls' },
      rescue: 'kill -KILL $(lock_holders $GOMODCACHE/cache/download/example.com/dep/@v/v1.0.0.lock)',
    },
    'delete the lock file': {
      rescue: 'rm $GOMODCACHE/cache/download/example.com/dep/@v/v1.0.0.lock',
      expect: 'fails',
      source: 'folk advice (F25)',
    },
    'end gopls and all that it started, and start it again': {
      run: { editor: 'editor --phase-ms 3000 gopls >/dev/null || editor --phase-ms 6000 gopls' },
      // Only lets the trial continue to the second session.
      rescue: ':',
      expect: 'fails',
      source: 'folk advice (F7)',
    },
    'download before the lock is taken': {
      setup: ['go mod download'],
      run: { editor: 'editor --phase-ms 20000 gopls' },
      avoids: true,
    },
    'a vendor folder': {
      setup: ['go mod vendor', 'go clean -modcache'],
      run: { editor: 'editor --phase-ms 20000 gopls' },
      // After the load gopls may run go mod tidy for diagnostics: that waits for the lock, but the session continues.
      rescue: ':',
      avoids: true,
      causeStays: true,
    },
    'a module cache of its own': {
      run: { editor: 'GOMODCACHE=$LAB/own editor --phase-ms 20000 gopls' },
      avoids: true,
    },
    'GOPROXY=off': {
      run: { editor: 'GOPROXY=off editor --phase-ms 6000 gopls' },
      expect: 'fails',
    },
  },
  check: anyOf(waitsForLock('waiting'), stuckIn('go list')),
  doctorFinding: 'lock-waiter',
});

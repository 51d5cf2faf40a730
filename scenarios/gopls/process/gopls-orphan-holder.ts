import { anyOf, defineScenario, requestFails, stuckIn, waitsForLock } from '../../../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'Killing gopls does not free a stuck workspace: its go list lives on as an orphan that holds the lock of the module version, and the go list of the next gopls waits for that lock, even after the proxy answers again.',
  source: 'folk advice (F7: "pkill gopls"); golang/go#32421; microsoft/vscode-go#2633',
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
  // gopls has run here before: killing it while it creates its cache makes the cache unusable (gopls-index-empty).
  setup: ['go mod tidy', 'gopls check main.go', 'go clean -modcache'],
  workers: [
    {
      name: 'first',
      // setsid: this editor would otherwise kill the children of gopls too; other editors kill only gopls.
      run: 'GOPROXY=http://127.0.0.1:8080 editor --phase-ms 60000 -- setsid --wait gopls',
      background: true,
    },
    {
      name: 'advice',
      // go takes the lock before it sends the request.
      after: 'locks_held_by first | grep v1.0.0.lock && fault_hits',
      run: 'kill -KILL $(pids_named gopls first)',
    },
    // Its proxy answers.
    { name: 'second', after: 'exited advice', run: 'editor --phase-ms 16000 gopls' },
  ],
  fault: requestFails(/\.zip$/, 'stall'),
  // After ten seconds of silence the orphan counts as stuck.
  symptom: 'past 11 advice && lock_waiters $GOMODCACHE/cache/download/example.com/dep/@v/v1.0.0.lock',
  probes: { waiting: 'lock_waiters $GOMODCACHE/cache/download/example.com/dep/@v/v1.0.0.lock' },
  mitigations: {
    'end the orphan that holds the lock': {
      run: { second: 'editor --phase-ms 20000 gopls' },
      rescue: 'kill -KILL $(lock_holders $GOMODCACHE/cache/download/example.com/dep/@v/v1.0.0.lock)',
    },
    'delete the lock file': {
      rescue: 'rm $GOMODCACHE/cache/download/example.com/dep/@v/v1.0.0.lock',
      expect: 'fails',
      source: 'folk advice (F25)',
    },
    'end the new gopls too and start it again': {
      run: { second: 'editor --phase-ms 3000 gopls >/dev/null || editor --phase-ms 8000 gopls' },
      // Only lets the trial continue to the second session.
      rescue: ':',
      expect: 'fails',
      source: 'folk advice (F7)',
    },
    'SIGTERM for the first gopls': {
      run: { advice: 'kill -TERM $(pids_named gopls first)' },
      expect: 'fails',
      source: 'folk advice (F7)',
    },
    'end the first gopls with all that it started': {
      run: { advice: 'kill -KILL $(pids first)', second: 'editor --phase-ms 20000 gopls' },
    },
    'close the stdin of the first gopls': {
      run: { advice: 'kill -KILL $(pids first | sed -n 2p)', second: 'editor --phase-ms 20000 gopls' },
      // The second may wait briefly while the first still ends its children.
      rescue: ':',
      source: 'folk advice (F17)',
    },
  },
  check: anyOf(waitsForLock('waiting'), stuckIn('go list')),
  doctorFinding: 'orphan-holder',
});

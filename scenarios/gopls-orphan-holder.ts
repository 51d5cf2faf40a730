import { anyOf, defineScenario, requestFails, stuckIn, waitsForLock } from '../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'Killing gopls does not free a stuck workspace: its go list lives on as an orphan with the lock of the module version, and the go list of the next gopls waits for it, although the proxy answers again.',
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
  // gopls has been here before: one that is ended as it makes its cache leaves that unusable (gopls-index-empty).
  setup: ['go mod tidy', 'gopls check main.go', 'go clean -modcache'],
  workers: [
    {
      name: 'first',
      // Out of the reach of this editor, which would end all that gopls started with it; others end gopls alone.
      run: 'GOPROXY=http://127.0.0.1:8080 editor --phase-ms 60000 -- setsid --wait gopls',
      background: true,
    },
    {
      name: 'advice',
      // The lock is taken before the request is sent.
      after: 'locks_held_by first | grep v1.0.0.lock && fault_hits',
      run: 'kill -KILL $(pids_named gopls first)',
    },
    // For this one the proxy answers.
    { name: 'second', after: 'exited advice', run: 'editor --phase-ms 16000 gopls' },
  ],
  fault: requestFails(/\.zip$/, 'stall'),
  // From ten seconds of silence on the orphan counts as stuck.
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
      // Nothing to do but to let the trial go on to the second session.
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
      // The second may be seen to wait while the first still ends what it started.
      rescue: ':',
      source: 'folk advice (F17)',
    },
  },
  check: anyOf(waitsForLock('waiting'), stuckIn('go list')),
  doctorFinding: 'orphan-holder',
});

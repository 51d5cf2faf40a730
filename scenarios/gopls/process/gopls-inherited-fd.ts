import { anyOf, defineScenario, requestFails, stuckIn, waitsForLock } from '../../../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'A git started by go list inherits the locks of the module cache: it still holds them after gopls and go list are killed, and the next gopls waits.',
  source: 'F16; os.OpenFile sets O_CLOEXEC. modcache-lock-held has an orphan that did inherit a lock',
  cells: [{ gopls: '*', expect: 'not-reproduced' }],
  files: `
-- go.mod --
module example.com/m

go 1.21

require example.com/dep.git v1.0.0
-- go.sum --
-- main.go --
package main

import _ "example.com/dep.git"

func main() {}
-- proxy/example.com/dep.git@v1.0.0/go.mod --
module example.com/dep.git

go 1.21
-- proxy/example.com/dep.git@v1.0.0/dep.go --
package dep
`,
  // git fetches example.com from the loopback.
  env: {
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: 'url.http://127.0.0.1:8080/.insteadOf',
    GIT_CONFIG_VALUE_0: 'https://example.com/',
  },
  setup: ['go mod tidy', 'go clean -modcache'],
  workers: [
    {
      name: 'first',
      // setsid: this editor would otherwise kill the children of gopls too; other editors kill only gopls.
      run: 'GOPRIVATE=example.com editor --phase-ms 60000 -- setsid --wait gopls',
      background: true,
    },
    {
      name: 'advice',
      after: 'fault_hits && locks_held_by first | grep v1.0.0.lock',
      run: `
for pid in $(pids first); do if [[ $(</proc/$pid/comm) == git* ]]; then echo $pid; fi; done >$LAB/git
kill -KILL $(pids_named gopls first) $(pids_named go first)`,
    },
    // It starts while git lives. Its module proxy answers.
    { name: 'second', after: 'exited advice && kill -0 $(<$LAB/git)', run: 'editor --phase-ms 30000 gopls' },
  ],
  fault: requestFails(/^\/dep\/info\/refs$/, 'stall'),
  probes: { waiting: 'waiting_pids second', git: 'kill -0 $(<$LAB/git)' },
  check: anyOf(waitsForLock('waiting'), stuckIn('go list')),
  doctorFinding: 'orphan-holder',
  needs: ['git'],
});

import { defineScenario, lockHeld, rescueFails, waitsForLock } from '../../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'go mod download waits as long as another process holds the lock of that module version: a live process, a stopped one, or an orphan that inherited the descriptor.',
  source: 'cmd/go/internal/modfetch/cache.go, lockVersion; golang/go#32421; golang/go#33543',
  cells: [{ expect: 'reproduced' }],
  files: `
-- go.mod --
module example.com/m
-- proxy/example.com/live@v1.0.0/live.go --
package live
-- proxy/example.com/stopped@v1.0.0/stopped.go --
package stopped
-- proxy/example.com/orphan@v1.0.0/orphan.go --
package orphan
`,
  workers: [
    {
      name: 'live',
      run: 'go mod download example.com/live@v1.0.0',
      fault: lockHeld('$GOMODCACHE/cache/download/example.com/live/@v/v1.0.0.lock', 'a live process'),
    },
    {
      name: 'stopped',
      run: 'go mod download example.com/stopped@v1.0.0',
      fault: lockHeld('$GOMODCACHE/cache/download/example.com/stopped/@v/v1.0.0.lock', 'a stopped process'),
    },
    {
      name: 'orphan',
      run: 'go mod download example.com/orphan@v1.0.0',
      fault: lockHeld('$GOMODCACHE/cache/download/example.com/orphan/@v/v1.0.0.lock', 'an orphan that inherited it'),
    },
  ],
  symptom: 'waiting_pids live stopped orphan',
  probes: { waiting: 'waiting_pids live || waiting_pids stopped || waiting_pids orphan' },
  mitigations: {
    'end the holders': {
      rescue:
        'for module in live stopped orphan; do kill -KILL $(lock_holders $GOMODCACHE/cache/download/example.com/$module/@v/v1.0.0.lock); done',
    },
    'delete the lock files': {
      rescue: 'rm $GOMODCACHE/cache/download/example.com/*/@v/v1.0.0.lock',
      deadlineMs: 4000,
      expect: 'fails',
      source: 'folk advice',
    },
    'end the waiting commands and start them again': {
      rescue: 'kill -KILL $(waiting_pids live); timeout 3 go mod download example.com/live@v1.0.0',
      deadlineMs: 5000,
      check: rescueFails(),
      expect: 'fails',
      source: 'folk advice ("restart the editor")',
    },
    'download before the locks are taken': {
      setup: ['for module in live stopped orphan; do go mod download example.com/$module@v1.0.0; done'],
      avoids: true,
    },
    'a module cache of its own': {
      run: {
        live: 'GOMODCACHE=$LAB/own GOPATH=$LAB/own-gopath go mod download example.com/live@v1.0.0',
        stopped: 'GOMODCACHE=$LAB/own GOPATH=$LAB/own-gopath go mod download example.com/stopped@v1.0.0',
        orphan: 'GOMODCACHE=$LAB/own GOPATH=$LAB/own-gopath go mod download example.com/orphan@v1.0.0',
      },
      avoids: true,
    },
  },
  check: waitsForLock('waiting'),
  doctorFinding: 'lock-waiter',
});

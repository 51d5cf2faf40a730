import { defineScenario, lockHeld, rescueFails, waitsForLock } from '../../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'go mod download waits forever for the lock of a module version that a process in another container holds on a shared volume; inside its own container no holder is visible.',
  source: 'cmd/go/internal/modfetch/cache.go, lockVersion; proc_locks(5)',
  cells: [{ expect: 'reproduced' }],
  files: `
-- go.mod --
module example.com/m
-- proxy/example.com/dep@v1.0.0/go.mod --
module example.com/dep
-- proxy/example.com/dep@v1.0.0/dep.go --
package dep
`,
  env: { LOCK: '$GOMODCACHE/cache/download/example.com/dep/@v/v1.0.0.lock' },
  fault: lockHeld('$LOCK'),
  workers: [{ name: 'waiter', ownPidNamespace: true, run: 'go mod download example.com/dep@v1.0.0' }],
  symptom: 'waiting_pids waiter',
  // The holder is in the sandbox's PID namespace, "another container" to the waiter.
  probes: {
    waiting:
      'pid=$(waiting_pids waiter) && [[ $(readlink /proc/$pid/ns/pid) != $(readlink /proc/self/ns/pid) ]] && echo $pid',
  },
  mitigations: {
    'end the holder where it runs': { rescue: 'kill -KILL $(lock_holders $LOCK)' },
    'download before the lock is taken': { setup: ['go mod download example.com/dep@v1.0.0'], avoids: true },
    'a module cache for each': {
      run: { waiter: 'GOPATH=$LAB/own GOMODCACHE=$LAB/own/pkg/mod go mod download example.com/dep@v1.0.0' },
      avoids: true,
    },
    'start the waiting container again': {
      rescue:
        'kill -KILL $(pids waiter) || :; unshare --pid --fork --kill-child timeout 3 go mod download example.com/dep@v1.0.0',
      deadlineMs: 5000,
      check: rescueFails(),
      expect: 'fails',
      source: 'folk advice',
    },
    'delete the lock file': {
      rescue: 'rm $LOCK',
      deadlineMs: 4000,
      expect: 'fails',
      source: 'folk advice',
    },
  },
  check: waitsForLock('waiting'),
  doctorFinding: 'lock-waiter',
});

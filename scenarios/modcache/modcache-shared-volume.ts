import { defineScenario, probePrints, stoppedAtCall } from '../../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'Two containers cannot share a module cache on one volume: go in one container does not see the lock that go in the other holds, and both write the same module version at once.',
  source: 'folk advice (F30); cmd/go/internal/modfetch/cache.go, lockVersion',
  cells: [{ expect: 'not-reproduced' }],
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
  // go.sum is complete, so the two contend only for the module cache.
  setup: ['go mod tidy', 'go clean -modcache'],
  env: { LOCK: '$GOMODCACHE/cache/download/example.com/dep/@v/v1.0.0.lock' },
  workers: [
    {
      name: 'first',
      ownPidNamespace: true,
      // It holds the lock and has fetched nothing yet.
      fault: stoppedAtCall({ call: 'flock', path: '$LOCK' }),
      run: 'readlink /proc/self/ns/pid; go mod download',
    },
    {
      name: 'second',
      ownPidNamespace: true,
      after: 'exited first || locks_held_by first | grep -F "$LOCK"',
      run: 'readlink /proc/self/ns/pid; go mod download',
    },
    {
      name: 'witness',
      after: 'exited first || exited second || waiting_pids second',
      // Without separate PID namespaces this proves nothing. The first stops once each time it takes or releases the lock.
      run: `
namespaces=$(readlink /proc/self/ns/pid | sort -u - $LAB/out/worker/{first,second}.0/stdout | wc -l)
second=$(waiting_pids second >/dev/null && echo waits || { grep -q '^0 ' $LAB/out/worker/second.0/exit && echo ended well; } || :)
echo first holds $(locks_held_by first | grep -F "$LOCK"), second $second, $namespaces PID namespaces
until exited first; do kill -CONT $(pids first) || :; pause 0.05; done
[[ $namespaces == 3 && -n $second ]]
`,
    },
  ],
  deadlineMs: 30000,
  probes: { witness: 'cat $LAB/out/worker/witness.0/stdout' },
  check: probePrints('witness', /first holds \d+ \S+v1\.0\.0\.lock, second ended well, 3 PID/),
});

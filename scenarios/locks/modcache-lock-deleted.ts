import { callDelayed, defineScenario, probePrints } from '../../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'Deleting a lock file that a running go command holds lets a second writer in: both then hold "the" lock of one module version.',
  source:
    'folk advice (F25: "delete the stale lock"); cmd/go/internal/lockedfile: the lock is on the inode, not on the name',
  cells: [{ expect: 'reproduced' }],
  files: `
-- go.mod --
module example.com/m

go 1.13

require example.com/dep v1.0.0
-- proxy/example.com/dep@v1.0.0/go.mod --
module example.com/dep
-- proxy/example.com/dep@v1.0.0/dep.go --
package dep
`,
  workers: [
    {
      name: 'first',
      run: 'go mod download',
      fault: callDelayed({ call: 'rename', path: '$GOMODCACHE/cache/download/example.com/dep/@v/v1.0.0.zip' }, 10_000),
      background: true,
    },
    {
      name: 'advice',
      after: 'locks_held_by first | grep -q v1.0.0.lock',
      run: 'rm $GOMODCACHE/cache/download/example.com/dep/@v/v1.0.0.lock',
      fault: null,
    },
    {
      name: 'second',
      after: 'exited advice',
      run: 'go mod download',
      fault: callDelayed({ call: 'rename', path: '$GOMODCACHE/cache/download/example.com/dep/@v/v1.0.0.zip' }, 3000),
    },
  ],
  symptom: 'locks_held_by first | grep -q v1.0.0.lock && locks_held_by second | grep -q v1.0.0.lock',
  probes: { holders: 'echo first $(locks_held_by first) second $(locks_held_by second)' },
  mitigations: {
    'end the holder, leave the file': { run: { advice: 'kill -KILL $(pids first)' } },
    'delete it only when LOCK_NB says that nobody holds it': {
      run: {
        advice:
          'busy $GOMODCACHE/cache/download/example.com/dep/@v/v1.0.0.lock || rm $GOMODCACHE/cache/download/example.com/dep/@v/v1.0.0.lock',
      },
      // The second finds the first's work done and has nothing left to rename.
    },
  },
  check: probePrints('holders', /first \d+ \S+v1\.0\.0\.lock \(deleted\) second \d+ \S+v1\.0\.0\.lock/),
  doctorFinding: 'clean-under-load',
  remedy: { none: 'both commands are working; waiting for them to end is what helps' },
});

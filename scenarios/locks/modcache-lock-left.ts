import { defineScenario, killedAtCall, waitsForLock } from '../../src/lab/vocabulary.ts';

export default defineScenario({
  claim: 'The lock of a module version survives the death of its holder: the leftover file blocks the next go command.',
  source: 'folk advice (F24); flock(2): the last close of the open file description releases the lock',
  cells: [{ expect: 'not-reproduced' }],
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
      name: 'killed',
      run: 'go mod download',
      // It renames the zip under the lock.
      fault: killedAtCall({ call: 'rename', path: '$GOMODCACHE/cache/download/example.com/dep/@v/v1.0.0.zip' }),
      background: true,
    },
    {
      name: 'next',
      after: 'exited killed && [[ -e $GOMODCACHE/cache/download/example.com/dep/@v/v1.0.0.lock ]]',
      run: 'go mod download',
    },
  ],
  symptom: 'waiting_pids next',
  probes: { waiting: 'waiting_pids next' },
  mitigations: {
    'delete the lock file': {
      rescue: 'rm $GOMODCACHE/cache/download/example.com/dep/@v/v1.0.0.lock',
      expect: 'fails',
      source: 'folk advice',
    },
  },
  check: waitsForLock('waiting'),
});

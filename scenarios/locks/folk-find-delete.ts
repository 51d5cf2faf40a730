import { defineScenario, lockHeld, waitsForLock } from '../../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'find "$GOCACHE" "$GOMODCACHE" -name lock -delete does not free a stuck go command: the lock that it waits for is named v1.0.0.lock, and a process holds it.',
  source: 'folk advice (F6); cmd/go/internal/modfetch/cache.go, lockVersion',
  cells: [{ expect: 'reproduced' }],
  files: `
-- go.mod --
module example.com/m
-- proxy/example.com/dep@v1.0.0/dep.go --
package dep
`,
  workers: [
    { name: 'download', run: 'go mod download example.com/dep@v1.0.0' },
    {
      name: 'advice',
      after: 'waiting_pids download',
      run: 'find "$GOCACHE" "$GOMODCACHE" -name lock -delete; [[ -e $GOMODCACHE/cache/download/example.com/dep/@v/v1.0.0.lock ]]',
    },
  ],
  fault: lockHeld('$GOMODCACHE/cache/download/example.com/dep/@v/v1.0.0.lock'),
  symptom: 'exited advice && waiting_pids download',
  probes: { waiting: 'waiting_pids download' },
  mitigations: {
    'find -name "*.lock" -delete, which does find it': {
      rescue: 'find "$GOCACHE" "$GOMODCACHE" -name "*.lock" -delete',
      deadlineMs: 4000,
      expect: 'fails',
      source: 'folk advice',
    },
    'end the holder': {
      rescue: 'kill -KILL $(lock_holders $GOMODCACHE/cache/download/example.com/dep/@v/v1.0.0.lock)',
    },
  },
  check: waitsForLock('waiting'),
  doctorFinding: 'lock-waiter',
});

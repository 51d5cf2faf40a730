import { callFails, defineScenario, failsWith } from '../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'go build fails at its very end where flock fails in GOCACHE alone: it locks trim.txt to note that it trimmed the cache.',
  source: 'cmd/go/internal/cache/cache.go, Trim; golang/go#76314 on the lock of trim.txt',
  cells: [
    // Until 1.16 trim.txt is written without a lock.
    { go: '<1.17', expect: 'not-reproduced', avoids: true },
    // 1.21 made the failure of the trim one of the command; 1.25 lets it pass again.
    { go: '>=1.21 <1.25', expect: 'reproduced' },
    { expect: 'not-reproduced' },
  ],
  files: `
-- go.mod --
module example.com/m

go 1.13
-- m.go --
package m
`,
  workers: [{ name: 'build', run: 'go build ./...' }],
  fault: callFails({ call: 'flock', path: '$GOCACHE/trim.txt' }, 'ENOLCK'),
  mitigations: {
    'run it again': { run: { build: 'go build ./... || go build ./...' }, expect: 'fails' },
    'GOCACHE on a disk with locks': { run: { build: 'GOCACHE=$LAB/local go build ./...' }, avoids: true },
  },
  check: failsWith(/failed to trim cache: Lock \S+trim\.txt: no locks available/),
  doctorFinding: 'flock-unsupported',
  remedy: { decide: 'echo export GOCACHE=$LAB/local', causeStays: true },
});

import { callFails, defineScenario, failsWith } from '../../src/lab/vocabulary.ts';

export default defineScenario({
  claim: 'If flock fails only in GOCACHE, go build fails at its very end: it locks trim.txt to record the trim.',
  source: 'cmd/go/internal/cache/cache.go, Trim; golang/go#76314 on the lock of trim.txt',
  cells: [
    // Up to 1.16 go writes trim.txt without a lock.
    { go: '<1.17', expect: 'not-reproduced', avoids: true },
    // Since 1.21 a failed trim fails the command; since 1.25 no longer.
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

import { defineScenario, failsWith } from '../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'Each go build and go vet fails with "failed to trim cache" where trim.txt in GOCACHE belongs to another user, as after one `sudo -E go build`, and the cache was last trimmed a day ago.',
  source: 'cmd/go/internal/cache/cache.go, Trim',
  cells: [{ go: '>=1.21 <1.25', expect: 'reproduced' }, { expect: 'not-reproduced' }],
  files: `
-- go.mod --
module example.com/m

go 1.13
-- m.go --
package m
`,
  // A sandbox has one user: a file that nobody may write stands for one of another, since the kernel answers the same.
  setup: ['mkdir -p $GOCACHE', 'date -d "2 days ago" +%s >$GOCACHE/trim.txt', 'chmod a-w $GOCACHE/trim.txt'],
  workers: [{ name: 'build', run: '$DOCTOR --at end; go build .' }],
  mitigations: {
    'remove trim.txt': { setup: ['rm -f $GOCACHE/trim.txt'] },
    'a GOCACHE of its own': { run: { build: 'export GOCACHE=$LAB/own; $DOCTOR --at end; go build .' } },
    'go clean -cache': { setup: ['go clean -cache'], expect: 'fails', source: 'folk advice (F1)' },
    'run it again': { run: { build: 'go build . || go build .' }, expect: 'fails' },
  },
  check: failsWith(/failed to trim cache: open \S+trim\.txt: permission denied/),
  doctorFinding: 'owners-differ',
  // The doctor's last word is that after the remedy.
  remedy: { run: { build: 'go build . || eval "$(remedy)"; $DOCTOR --at end; go build .' } },
});

import { defineScenario, failsWith } from '../../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'After one `sudo -E go build` every go build and go vet fails with "failed to trim cache": trim.txt in GOCACHE belongs to root, and the last trim is a day old.',
  source: 'cmd/go/internal/cache/cache.go, Trim',
  cells: [{ go: '>=1.21 <1.25', expect: 'reproduced' }, { expect: 'not-reproduced' }],
  files: `
-- go.mod --
module example.com/m

go 1.13
-- m.go --
package m
`,
  // A sandbox has one user: a read-only file stands in for one of another user, since the kernel returns the same errno.
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
  // The doctor's last report is the one after the remedy.
  remedy: { run: { build: 'go build . || eval "$(remedy)"; $DOCTOR --at end; go build .' } },
});

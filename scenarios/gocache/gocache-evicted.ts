import { defineScenario, probePrints } from '../../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'The first go build after a restore of a build cache whose entries are older than five days deletes every entry that it did not use.',
  source: 'cmd/go/internal/cache/cache.go, Trim: trimLimit, trimInterval; golang/go#76314',
  cells: [{ expect: 'reproduced' }],
  files: `
-- go.mod --
module example.com/m

go 1.13
-- used/used.go --
package used
-- later/later.go --
package later
-- latest/latest.go --
package latest
`,
  env: { CI: 'true' },
  setup: [
    'go build ./...',
    'find $GOCACHE -type f -exec touch -d "7 days ago" {} +',
    'date -d "2 days ago" +%s >$GOCACHE/trim.txt',
  ],
  workers: [{ name: 'build', run: '$DOCTOR --at end; go build ./used' }],
  probes: {
    entries: 'find $GOCACHE -name "*-[ad]" | wc -l',
    // -v prints only what it compiles, not what it finds in the cache.
    compiled: 'go build -v ./... 2>&1',
  },
  mitigations: {
    'set the times of the entries to now': { setup: ['find $GOCACHE -type f -exec touch {} +'] },
    'write the time of now into trim.txt': { setup: ['date +%s >$GOCACHE/trim.txt'] },
    'build everything first': { run: { build: '$DOCTOR --at end; go build ./...' }, causeStays: true },
    // go ignores its mtime.
    'touch trim.txt': { setup: ['touch $GOCACHE/trim.txt'], expect: 'fails' },
    'remove trim.txt': { setup: ['rm $GOCACHE/trim.txt'], expect: 'fails' },
    'make the entries read-only': { setup: ['find $GOCACHE -name "*-[ad]" -exec chmod a-w {} +'], expect: 'fails' },
    'go clean -cache': { setup: ['go clean -cache'], expect: 'fails', source: 'folk advice (F1)' },
  },
  check: probePrints('compiled', /example\.com\/m\/late/),
  doctorFinding: 'cache-evicted',
  remedy: { run: { build: 'eval "$(remedy)"; $DOCTOR --at end; go build ./used' } },
});

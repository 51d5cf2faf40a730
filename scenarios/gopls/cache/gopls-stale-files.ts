import { anyOf, defineScenario, editorShows, lockHeld, stuckIn } from '../../../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'gopls hangs if entries of GOCACHE have a twin with the suffix .stale, or if another process holds .vscode/go/lock in the workspace.',
  source: 'folk advice (F5, F8); cmd/go, gopls and the editor know no such name',
  cells: [{ gopls: '*', expect: 'not-reproduced', avoids: true }],
  files: `
-- go.mod --
module example.com/m

go 1.21
-- m.go --
package m
`,
  // A build and a first session fill the caches.
  setup: [
    'go build ./... && editor gopls',
    'mkdir $LAB/stale && cp -a $GOCACHE $LAB/stale/twins && cp -a $GOCACHE $LAB/stale/renamed',
    `find $LAB/stale/twins -type f -name '*-[ad]' -exec cp {} {}.stale \\;`,
    `find $LAB/stale/renamed -type f -name '*-[ad]' -exec mv {} {}.stale \\;`,
  ],
  workers: [
    { name: 'twins', run: 'GOCACHE=$LAB/stale/twins editor --phase-ms 15000 gopls' },
    { name: 'renamed', run: 'GOCACHE=$LAB/stale/renamed editor --phase-ms 15000 gopls' },
    { name: 'locked', run: 'editor --phase-ms 15000 gopls', fault: lockHeld('$WORK/.vscode/go/lock') },
  ],
  mitigations: {
    'delete the files': {
      setup: ['find $LAB/stale -name "*.stale" -delete'],
      fault: null,
      source: 'folk advice',
    },
  },
  check: anyOf(stuckIn('initialize'), stuckIn('go list'), editorShows(/\.stale|\.vscode.go.lock/)),
  doctorFinding: 'folk-files',
});

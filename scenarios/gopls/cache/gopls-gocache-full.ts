import { defineScenario, diskFull, editorShows } from '../../../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'If the disk of GOCACHE is full, gopls starts and answers but knows no package: only its log says that go could not create the build cache.',
  source: 'cmd/go/internal/cache/default.go. The disk has run out of inodes',
  cells: [{ gopls: '*', expect: 'reproduced' }],
  files: `
-- go.mod --
module example.com/m

go 1.21
-- m.go --
package m
`,
  env: { GOCACHE: '$LAB/full/gocache' },
  workers: [{ name: 'editor', run: 'editor --phase-ms 20000 gopls' }],
  fault: diskFull('$LAB/full', 'inodes'),
  mitigations: {
    'GOCACHE on another disk': {
      env: { GOCACHE: '$LAB/gocache' },
      avoids: true,
    },
    'make room': { run: { editor: 'rm -r $LAB/full/ballast; editor --phase-ms 20000 gopls' }, avoids: true },
    'XDG_CACHE_HOME on another disk': {
      run: { editor: 'XDG_CACHE_HOME=$LAB/home editor --phase-ms 20000 gopls' },
      expect: 'fails',
    },
    'start gopls again': {
      run: { editor: 'editor --phase-ms 20000 gopls >/dev/null; editor --phase-ms 20000 gopls' },
      expect: 'fails',
      source: 'folk advice (F7)',
    },
  },
  check: editorShows(/failed to initialize build cache at \S+: mkdir \S+: no space left on device/),
  doctorFinding: 'disk-full',
  remedy: { decide: 'rm -r $LAB/full/ballast' },
});

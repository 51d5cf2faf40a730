import { defineScenario, eachFailsWith } from '../../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'go builds nothing while GOCACHE is off, a relative path, a file or a dangling link: it creates a missing folder, but replaces none of these.',
  source: 'cmd/go/internal/cache/default.go, DefaultDir; go.dev/doc/go1.12',
  cells: [{ expect: 'reproduced' }],
  files: `
-- go.mod --
module example.com/m

go 1.13
-- m.go --
package m
`,
  setup: ['ln -s disk/gone $LAB/link', 'touch $LAB/file'],
  workers: [
    { name: 'off', run: 'export GOCACHE=off; $DOCTOR --at symptom; go build .' },
    { name: 'relative', run: 'GOCACHE=cache go build .' },
    { name: 'link', after: 'exited off', run: 'export GOCACHE=$LAB/link; $DOCTOR --at symptom; go build .' },
    { name: 'file', after: 'exited link', run: 'export GOCACHE=$LAB/file; $DOCTOR --at symptom; go build .' },
  ],
  mitigations: {
    'unset GOCACHE, make the folder that the link leads to, and move the file away': {
      setup: ['mkdir -p $LAB/disk/gone', 'mv $LAB/file $LAB/file.old'],
      run: {
        off: 'unset GOCACHE; go build .',
        relative: 'unset GOCACHE; go build .',
        link: 'export GOCACHE=$LAB/link; $DOCTOR --at end; go build .',
        file: 'export GOCACHE=$LAB/file; $DOCTOR --at end; go build .',
      },
    },
    'a folder that is not there yet': {
      run: {
        off: 'export GOCACHE=$LAB/a/new/one; $DOCTOR --at end; go build .',
        relative: 'GOCACHE=$LAB/a/new/one go build .',
        link: 'GOCACHE=$LAB/a/new/one go build .',
        file: 'GOCACHE=$LAB/a/new/one go build .',
      },
    },
    'go clean -cache': {
      run: {
        off: 'export GOCACHE=off; go clean -cache || true; go build .',
        relative: 'export GOCACHE=cache; go clean -cache || true; go build .',
        link: 'export GOCACHE=$LAB/link; go clean -cache || true; go build .',
        file: 'export GOCACHE=$LAB/file; go clean -cache || true; go build .',
      },
      expect: 'fails',
      source: 'folk advice (F1)',
    },
  },
  remedy: {
    run: {
      off: 'export GOCACHE=off; go build . 2>/dev/null || :; eval "$(remedy)"; go build .',
      relative: 'export GOCACHE=cache; go build . 2>/dev/null || :; eval "$(remedy)"; go build .',
      link: 'export GOCACHE=$LAB/link; go build . 2>/dev/null || :; eval "$(remedy)"; go build .',
      file: 'export GOCACHE=$LAB/file; go build . 2>/dev/null || :; eval "$(remedy)"; go build .',
    },
  },
  check: eachFailsWith({
    off: /build cache is disabled by GOCACHE=off/,
    relative: /GOCACHE is not an absolute path/,
    link: /link: (mkdir \S+: )?file exists/,
    file: /not a directory/,
  }),
  // The doctor runs several times in sequence.
  deadlineMs: 180_000,
  doctorFinding: 'cache-path',
});

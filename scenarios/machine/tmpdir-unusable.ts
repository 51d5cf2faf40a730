import { defineScenario, eachFailsWith } from '../../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'go builds and tests nothing while its temporary folder is gone, a file or not writable ("creating work dir"): go does not create that folder, and GOTMPDIR overrides TMPDIR.',
  source: 'cmd/go/internal/work/action.go, NewBuilder',
  cells: [{ expect: 'reproduced' }],
  files: `
-- go.mod --
module example.com/m

go 1.13
-- m.go --
package m
`,
  setup: ['touch $LAB/file', 'mkdir $LAB/locked', 'chmod a-w $LAB/locked'],
  workers: [
    { name: 'gone', run: 'export TMPDIR=$LAB/gone; $DOCTOR --at symptom; go build .' },
    { name: 'file', after: 'exited gone', run: 'export GOTMPDIR=$LAB/file; $DOCTOR --at symptom; go build .' },
    { name: 'locked', after: 'exited file', run: 'export GOTMPDIR=$LAB/locked; $DOCTOR --at symptom; go build .' },
  ],
  mitigations: {
    'make the folder, unset GOTMPDIR': {
      setup: ['mkdir -p $LAB/gone'],
      run: {
        gone: 'export TMPDIR=$LAB/gone; $DOCTOR --at end; go build .',
        file: 'unset GOTMPDIR; $DOCTOR --at end; go build .',
        locked: 'unset GOTMPDIR; go build .',
      },
    },
    'a GOTMPDIR that is there': {
      run: {
        gone: 'export TMPDIR=$LAB/gone GOTMPDIR=$LAB/tmp; $DOCTOR --at end; go build .',
        file: 'GOTMPDIR=$LAB/tmp go build .',
        locked: 'GOTMPDIR=$LAB/tmp go build .',
      },
    },
    'a TMPDIR that is there, while GOTMPDIR is not': {
      run: {
        gone: 'TMPDIR=$LAB/tmp GOTMPDIR=$LAB/gone go build .',
        file: 'TMPDIR=$LAB/tmp GOTMPDIR=$LAB/file go build .',
        locked: 'TMPDIR=$LAB/tmp GOTMPDIR=$LAB/locked go build .',
      },
      expect: 'fails',
    },
    'go clean -cache -modcache': {
      run: {
        gone: 'go clean -cache -modcache; TMPDIR=$LAB/gone go build .',
        file: 'go clean -cache -modcache; GOTMPDIR=$LAB/file go build .',
        locked: 'go clean -cache -modcache; GOTMPDIR=$LAB/locked go build .',
      },
      expect: 'fails',
      source: 'folk advice (F1)',
    },
  },
  remedy: {
    run: {
      gone: 'export TMPDIR=$LAB/gone; go build . 2>/dev/null || :; eval "$(remedy)"; go build .',
      file: 'export GOTMPDIR=$LAB/file; go build . 2>/dev/null || :; eval "$(remedy)"; go build .',
      locked: 'export GOTMPDIR=$LAB/locked; go build . 2>/dev/null || :; eval "$(remedy)"; go build .',
    },
  },
  check: eachFailsWith({
    gone: /creating work dir: stat \S+: no such file or directory/,
    file: /creating work dir: (?:mkdir )?\S+: not a directory|creating work dir: .*not a directory/,
    locked: /creating work dir: .*permission denied/,
  }),
  // The doctor runs several times in sequence.
  deadlineMs: 180_000,
  doctorFinding: 'tmpdir-unusable',
});

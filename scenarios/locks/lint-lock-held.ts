import { defineScenario, failsWith } from '../../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'golangci-lint fails with "parallel golangci-lint is running" while an idle orphan holds its lock: $TMPDIR/golangci-lint.lock is a flock.',
  source: 'golangci-lint, pkg/commands/run.go, acquireFileLock',
  cells: [{ expect: 'reproduced' }],
  files: `
-- go.mod --
module example.com/m

go 1.13
`,
  // A sandbox has no golangci-lint: flock(1) makes the same call on the same file.
  setup: ['exec 5>$TMPDIR/golangci-lint.lock', 'flock 5', 'sleep infinity >/dev/null 2>&1 &', 'exec 5>&-'],
  workers: [
    {
      name: 'lint',
      run: 'flock -w 12 $TMPDIR/golangci-lint.lock true || { echo "parallel golangci-lint is running" >&2; exit 3; }',
    },
  ],
  mitigations: {
    'end the holder': {
      run: {
        lint: 'kill -KILL $(lock_holders $TMPDIR/golangci-lint.lock); flock -w 12 $TMPDIR/golangci-lint.lock true',
      },
    },
    'a TMPDIR of its own': {
      run: { lint: 'mkdir $LAB/own; flock -w 12 $LAB/own/golangci-lint.lock true' },
      causeStays: true,
    },
    // The next run creates a new file and works beside the holder of the old one.
    'delete the lock file': { setup: ['rm $TMPDIR/golangci-lint.lock'] },
    'run it again': {
      run: {
        lint: 'flock -w 1 $TMPDIR/golangci-lint.lock true || flock -w 12 $TMPDIR/golangci-lint.lock true || { echo "parallel golangci-lint is running" >&2; exit 3; }',
      },
      expect: 'fails',
    },
  },
  check: failsWith(/parallel golangci-lint is running/),
  doctorFinding: 'lint-lock-held',
});

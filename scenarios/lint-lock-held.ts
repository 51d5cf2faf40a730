import { defineScenario, failsWith } from '../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'The lock that golangci-lint takes, $TMPDIR/golangci-lint.lock, is a flock: who asks for it does not get it while an orphan has it that does nothing ("parallel golangci-lint is running").',
  source: 'golangci-lint, pkg/commands/run.go, acquireFileLock',
  cells: [{ expect: 'reproduced' }],
  files: `
-- go.mod --
module example.com/m

go 1.13
`,
  // No golangci-lint is in a sandbox: flock(1) makes the same call on the same file.
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
    // The next one makes a new file, and works beside whoever has the old one.
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

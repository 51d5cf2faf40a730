import { defineScenario, failsWith } from '../../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'A cache step that restores the module cache with tar over one that already has the modules fails with "File exists": their folders are read-only.',
  source: 'actions/setup-go#722; actions/setup-go#403; golangci/golangci-lint#3595',
  // -modcacherw, which a mitigation uses, came with Go 1.14.
  cells: [{ go: '>=1.14', expect: 'reproduced' }],
  files: `
-- go.mod --
module example.com/m

go 1.14
-- proxy/example.com/dep@v1.0.0/go.mod --
module example.com/dep
-- proxy/example.com/dep@v1.0.0/dep.go --
package dep
`,
  // In CI any command before the restore fills it: a linter, a tool, another setup-go.
  // The pause lets the doctor see that tar did not create the folders itself.
  setup: [
    'go mod download example.com/dep@v1.0.0',
    'head -c 20480 /dev/zero >$LAB/tmp/last; tar -cf $LAB/saved.tar -C $GOMODCACHE . -C $LAB/tmp last',
    'pause 1',
  ],
  // The end of the archive arrives after the doctor's look, as over a slow network. tar reads 10240 bytes at a time, so it
  // then waits for the rest of the last file, and `go clean -modcache` meets no tar that adds files.
  workers: [
    {
      name: 'restore',
      run: '{ head -c -512 $LAB/saved.tar; wait_exists 20 $GOMODCACHE/last; $DOCTOR --at end; tail -c 512 $LAB/saved.tar; } | tar -C $GOMODCACHE -xf -',
    },
  ],
  mitigations: {
    'go clean -modcache before it': {
      run: {
        restore:
          'go clean -modcache; mkdir -p $GOMODCACHE; { head -c -512 $LAB/saved.tar; wait_exists 20 $GOMODCACHE/last; $DOCTOR --at end; tail -c 512 $LAB/saved.tar; } | tar -C $GOMODCACHE -xf -',
      },
    },
    'GOFLAGS=-modcacherw from the beginning': { env: { GOFLAGS: '-modcacherw' } },
    'tar --skip-old-files': {
      run: {
        restore:
          '{ head -c -512 $LAB/saved.tar; wait_exists 20 $GOMODCACHE/last; $DOCTOR --at end; tail -c 512 $LAB/saved.tar; } | tar -C $GOMODCACHE --skip-old-files -xf -',
      },
      source: 'tar(1)',
    },
    'GOFLAGS=-modcacherw in the second step alone': {
      run: {
        restore: 'GOFLAGS=-modcacherw go mod download example.com/dep@v1.0.0; tar -C $GOMODCACHE -xf $LAB/saved.tar',
      },
      expect: 'fails',
    },
    'tar --overwrite': {
      run: { restore: 'tar -C $GOMODCACHE --overwrite -xf $LAB/saved.tar' },
      expect: 'fails',
    },
    'rm -rf before it': {
      run: { restore: 'rm -rf $GOMODCACHE || true; mkdir -p $GOMODCACHE; tar -C $GOMODCACHE -xf $LAB/saved.tar' },
      expect: 'fails',
      source: 'folk advice: it removes the zips but not the folders that are in the way',
    },
    'run it again': {
      run: { restore: 'tar -C $GOMODCACHE -xf $LAB/saved.tar || tar -C $GOMODCACHE -xf $LAB/saved.tar' },
      expect: 'fails',
    },
  },
  check: failsWith(/Cannot open: (File exists|Permission denied)/),
  doctorFinding: 'restore-not-empty',
  // As uid 0 tar creates folders that it cannot write to without root's capabilities.
  user: 'ordinary',
  // The remedy runs during the first tar; then the restore starts again.
  remedy: {
    run: {
      restore:
        '{ head -c -512 $LAB/saved.tar; wait_exists 20 $GOMODCACHE/last; eval "$(remedy)"; tail -c 512 $LAB/saved.tar; } | tar -C $GOMODCACHE -xf - 2>/dev/null || :; mkdir -p $GOMODCACHE; { head -c -512 $LAB/saved.tar; wait_exists 20 $GOMODCACHE/last; $DOCTOR --at end; tail -c 512 $LAB/saved.tar; } | tar -C $GOMODCACHE -xf -',
    },
  },
});

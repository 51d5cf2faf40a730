import { defineScenario, failsWith } from '../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'A cache step that restores the module cache with tar over one that has the modules already fails with "File exists": their folders are read-only.',
  source: 'actions/setup-go#722; actions/setup-go#403; golangci/golangci-lint#3595',
  // -modcacherw, of a mitigation, came with Go 1.14.
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
  env: { CI: 'true' },
  // In CI the first command that runs before the restore fills it as well: a linter, a tool, another setup-go.
  setup: ['go mod download example.com/dep@v1.0.0', 'tar -C $GOMODCACHE -cf $LAB/saved.tar .'],
  workers: [{ name: 'restore', run: '$DOCTOR --at end; tar -C $GOMODCACHE -xf $LAB/saved.tar' }],
  mitigations: {
    'go clean -modcache before it': {
      run: {
        restore: 'go clean -modcache; mkdir -p $GOMODCACHE; $DOCTOR --at end; tar -C $GOMODCACHE -xf $LAB/saved.tar',
      },
    },
    'GOFLAGS=-modcacherw from the beginning': { env: { GOFLAGS: '-modcacherw' } },
    'tar --skip-old-files': {
      run: { restore: '$DOCTOR --at end; tar -C $GOMODCACHE --skip-old-files -xf $LAB/saved.tar' },
      causeStays: true,
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
      source: 'folk advice: it removes the zips, and not the folders that are in the way',
    },
    'run it again': {
      run: { restore: 'tar -C $GOMODCACHE -xf $LAB/saved.tar || tar -C $GOMODCACHE -xf $LAB/saved.tar' },
      expect: 'fails',
    },
  },
  check: failsWith(/Cannot open: (File exists|Permission denied)/),
  finding: 'restore-not-empty',
  // As uid 0 tar makes folders that it cannot write into without the capabilities of root.
  user: 'ordinary',
});

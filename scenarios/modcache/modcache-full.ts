import { defineScenario, diskFull, failsWith } from '../../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'If the disk of the module cache is full, go mod download fails with an error that names the disk, and deleting lock files frees no space.',
  source: 'cmd/go/internal/modfetch/cache.go, writeDiskCache',
  cells: [{ expect: 'reproduced' }],
  files: `
-- go.mod --
module example.com/m

go 1.13

require example.com/dep v1.0.0
-- proxy/example.com/dep@v1.0.0/go.mod --
module example.com/dep

go 1.13
-- proxy/example.com/dep@v1.0.0/dep.go --
package dep
`,
  env: { GOPATH: '$LAB/full', GOMODCACHE: '$LAB/full/pkg/mod' },
  workers: [{ name: 'download', run: 'go mod download' }],
  fault: diskFull('$LAB/full', 'bytes'),
  mitigations: {
    'make room': { run: { download: 'rm -r $LAB/full/ballast; go mod download' }, avoids: true },
    'make room, then start go again': {
      run: { download: 'go mod download || { rm -r $LAB/full/ballast; go mod download; }' },
      avoids: true,
    },
    'a module cache on another disk': {
      env: { GOPATH: '$LAB/gopath', GOMODCACHE: '$LAB/gopath/pkg/mod' },
      avoids: true,
    },
    'start go again': {
      run: { download: 'go mod download || go mod download' },
      expect: 'fails',
      source: 'folk advice (F7)',
    },
    'delete all lock files': {
      run: {
        download: 'go mod download || { find $GOMODCACHE -name "*lock" -type f -delete; go mod download; }',
      },
      expect: 'fails',
      source: 'folk advice (F27)',
    },
    // The module cache is still empty, so there is nothing to delete.
    'go clean -modcache': {
      run: { download: 'go mod download || { go clean -modcache; go mod download; }' },
      expect: 'fails',
    },
  },
  check: failsWith(/no space left on device/),
  doctorFinding: 'disk-full',
  remedy: { decide: 'rm -r $LAB/full/ballast' },
});

import { callFails, defineScenario, probePrints } from '../../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'go does not report a failed rename of a .info or .mod file and continues; the temporary file stays in the module cache for good.',
  source: 'cmd/go/internal/modfetch/cache.go, writeDiskCache; golang/go#36447',
  // Up to 1.16 this go mod download fails over it and removes the file.
  cells: [{ go: '>=1.17', expect: 'reproduced' }],
  files: `
-- go.mod --
module example.com/m

go 1.13

require example.com/dep v1.0.0
-- m.go --
package m

import _ "example.com/dep"
-- proxy/example.com/dep@v1.0.0/go.mod --
module example.com/dep

go 1.13
-- proxy/example.com/dep@v1.0.0/dep.go --
package dep
`,
  setup: ['go mod tidy', 'go clean -modcache'],
  workers: [
    {
      name: 'download',
      // A minute old: a younger file may belong to a running download.
      run: 'go mod download example.com/dep@v1.0.0; find $GOMODCACHE/cache/download -name "*tmp*" -exec touch -d "1 minute ago" {} +',
    },
  ],
  fault: callFails({ call: 'rename', path: '$GOMODCACHE/cache/download/example.com/dep/@v/v1.0.0.info' }, 'EBUSY'),
  probes: { left: 'find $GOMODCACHE/cache/download -name "*tmp*"' },
  mitigations: {
    'remove the temporary files when nobody holds the lock of the version': {
      run: {
        download:
          'go mod download example.com/dep@v1.0.0; busy $GOMODCACHE/cache/download/example.com/dep/@v/v1.0.0.lock || rm -f $GOMODCACHE/cache/download/example.com/dep/@v/*.tmp $GOMODCACHE/cache/download/example.com/dep/@v/*.tmp-*; $DOCTOR --at end',
      },
    },
    'download before the renames fail': { setup: ['go mod download example.com/dep@v1.0.0'], avoids: true },
    'run it again': {
      run: { download: 'go mod download example.com/dep@v1.0.0; go mod download example.com/dep@v1.0.0' },
      expect: 'fails',
    },
    'go clean -cache': {
      run: { download: 'go mod download example.com/dep@v1.0.0; go clean -cache' },
      expect: 'fails',
      source: 'folk advice (F1)',
    },
    'delete the lock files': {
      run: { download: 'go mod download example.com/dep@v1.0.0; find $GOMODCACHE -name "*.lock" -delete' },
      expect: 'fails',
      source: 'folk advice (F6)',
    },
  },
  check: probePrints('left', /v1\.0\.0\.info\S*tmp/),
  doctorFinding: 'rename-leftovers',
  remedy: {
    run: {
      download:
        'go mod download example.com/dep@v1.0.0; find $GOMODCACHE/cache/download -name "*tmp*" -exec touch -d "1 minute ago" {} +; eval "$(remedy)"; $DOCTOR --at end',
    },
  },
});

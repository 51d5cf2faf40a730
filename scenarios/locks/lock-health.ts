import { defineScenario, exceedsLockLimits, requestFails } from '../../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'Healthy go commands exceed the limits that folk advice sets for a sick cache (a lock held for more than 50 ms at p95, or more than 0.3 of the acquisitions waiting): four of them need one module, and the proxy takes two seconds.',
  source: 'folk advice (F35); cmd/go/internal/modfetch/fetch.go, download: go holds the lock of the version meanwhile',
  cells: [{ expect: 'reproduced' }],
  files: `
-- go.mod --
module example.com/m
-- proxy/example.com/dep@v1.0.0/go.mod --
module example.com/dep
-- proxy/example.com/dep@v1.0.0/dep.go --
package dep
`,
  workers: [
    { name: 'download', run: 'GOPROXY=http://127.0.0.1:8080 go mod download example.com/dep@v1.0.0', count: 4 },
  ],
  fault: requestFails(/\.zip$/, 'late'),
  trace: true,
  mitigations: {
    'download before the workers start': { setup: ['go mod download example.com/dep@v1.0.0'], avoids: true },
    // Then nobody waits, but each holds its own lock as long as before.
    'a module cache for each': {
      run: {
        download:
          'GOPATH=$LAB/own$COPY GOMODCACHE=$LAB/own$COPY/pkg/mod GOPROXY=http://127.0.0.1:8080 go mod download example.com/dep@v1.0.0',
      },
      expect: 'fails',
    },
    'go clean -modcache': { setup: ['go clean -modcache'], expect: 'fails', source: 'folk advice' },
    'delete the lock files': {
      setup: ['mkdir -p $GOMODCACHE && find $GOMODCACHE -name "*.lock" -delete'],
      expect: 'fails',
      source: 'folk advice',
    },
  },
  check: exceedsLockLimits({ holdMs: 50, contention: 0.3 }, /\/@v\/v1\.0\.0\.lock$/, 'well'),
});

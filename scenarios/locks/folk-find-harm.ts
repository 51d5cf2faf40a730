import { defineScenario, probePrints } from '../../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'find "$GOCACHE" "$GOMODCACHE" -name lock -delete deletes files named "lock" that modules ship, if the module cache is writable (-modcacherw or root).',
  source: 'folk advice (F6: it "harms nothing")',
  // -modcacherw came with Go 1.14.
  cells: [{ go: '>=1.14', expect: 'reproduced' }],
  files: `
-- go.mod --
module example.com/m

go 1.14

require example.com/dep v1.0.0
-- m.go --
package m

import _ "example.com/dep"
-- proxy/example.com/dep@v1.0.0/go.mod --
module example.com/dep

go 1.14
-- proxy/example.com/dep@v1.0.0/dep.go --
package dep
-- proxy/example.com/dep@v1.0.0/testdata/lock --
a file of the module's own
`,
  env: { GOFLAGS: '-modcacherw' },
  setup: ['go mod tidy', 'go mod verify'],
  workers: [{ name: 'advice', run: 'find "$GOCACHE" "$GOMODCACHE" -name lock -delete || true' }],
  probes: {
    verify: 'go mod verify 2>&1; test -e $GOMODCACHE/example.com/dep@v1.0.0/testdata/lock && echo still there || true',
  },
  mitigations: {
    'a module cache with its usual permissions': { env: { GOFLAGS: '' } },
    'look only below cache/': { run: { advice: 'find "$GOCACHE" "$GOMODCACHE/cache" -name lock -delete' } },
    'download it again afterwards': {
      run: { advice: 'find "$GOCACHE" "$GOMODCACHE" -name lock -delete; go mod download' },
      expect: 'fails',
    },
    'go clean -modcache and download afterwards': {
      run: { advice: 'find "$GOCACHE" "$GOMODCACHE" -name lock -delete; go clean -modcache; go mod download' },
    },
  },
  check: probePrints('verify', /example\.com\/dep v1\.0\.0: dir has been modified/),
});

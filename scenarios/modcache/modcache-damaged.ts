import { defineScenario, failsWith } from '../../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'go assumes that an extracted module is complete: a missing file fails the build, and no download brings it back.',
  source:
    'golang/go#27952; golang/go#43313; cmd/go/internal/modfetch/fetch.go, download: only a .partial file would reveal it',
  cells: [{ expect: 'reproduced' }],
  files: `
-- go.mod --
module example.com/m

go 1.13

require example.com/dep v1.0.0
-- m.go --
package m

import "example.com/dep"

var M = dep.B
-- proxy/example.com/dep@v1.0.0/go.mod --
module example.com/dep

go 1.13
-- proxy/example.com/dep@v1.0.0/a.go --
package dep

const A = 1
-- proxy/example.com/dep@v1.0.0/b.go --
package dep

const B = 2
`,
  setup: [
    'go mod tidy',
    'go clean -cache',
    'chmod u+w $GOMODCACHE/example.com/dep@v1.0.0 && rm $GOMODCACHE/example.com/dep@v1.0.0/b.go && chmod u-w $GOMODCACHE/example.com/dep@v1.0.0',
  ],
  workers: [{ name: 'build', run: 'go build ./...' }],
  probes: { verify: 'go mod verify 2>&1 || true' },
  mitigations: {
    'go clean -modcache': { setup: ['go clean -modcache'] },
    // go extracts the zip, which still exists, again.
    'remove the folder of that version': {
      setup: ['chmod -R u+w $GOMODCACHE/example.com/dep@v1.0.0 && rm -r $GOMODCACHE/example.com/dep@v1.0.0'],
    },
    // Since Go 1.19 the build cache keeps an index of the broken folder.
    'go clean -modcache and go clean -cache, once a build has failed': {
      run: { build: 'go build ./... || { go clean -modcache && go clean -cache && go build ./...; }' },
    },
    'go mod download': { setup: ['go mod download'], expect: 'fails' },
    'go mod tidy': { setup: ['go mod tidy'], expect: 'fails' },
    'go clean -cache': { setup: ['go clean -cache'], expect: 'fails' },
    'GOSUMDB=off': { env: { GOSUMDB: 'off' }, expect: 'fails', source: 'folk advice (F13)' },
    'delete the lock files': {
      setup: ['find $GOMODCACHE -name "*.lock" -delete'],
      expect: 'fails',
      source: 'folk advice (F6)',
    },
  },
  check: failsWith(/undefined: dep\.B|undefined: "example\.com\/dep"\.B|B not (exported|declared) by package dep/),
  doctorFinding: 'module-damaged',
});

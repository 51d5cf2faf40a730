import { defineScenario, exceedsLockLimits } from '../../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'The locks of its module versions reveal a sick module cache: they are held for more than 50 ms at p95, or more than 0.3 of the acquisitions wait. Here a file of a module is missing, and every build fails.',
  source: 'folk advice (F35); cmd/go/internal/modfetch/fetch.go, Download: go takes no lock for an existing folder',
  cells: [{ expect: 'not-reproduced' }],
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
  workers: [{ name: 'build', run: 'go build ./...', count: 4 }],
  trace: true,
  check: exceedsLockLimits(
    { holdMs: 50, contention: 0.3 },
    /\/@v\/v1\.0\.0\.lock$/,
    /undefined: dep\.B|undefined: "example\.com\/dep"\.B|B not (exported|declared) by package dep/,
  ),
});

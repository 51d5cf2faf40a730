import { defineScenario, eachFailsWith } from '../../../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'If the module cache is readable but not writable, for example because root filled it, go list says "permission denied" while gopls only shows "could not import … (no required module provides package)".',
  source: 'golang/go#51121; devcontainers/features#744; cmd/go/internal/modfetch/cache.go, lockVersion',
  cells: [{ gopls: '*', expect: 'reproduced' }],
  files: `
-- go.mod --
module example.com/m

go 1.21

require example.com/dep v1.0.0
-- go.sum --
-- main.go --
package main

import _ "example.com/dep"

func main() {}
-- proxy/example.com/dep@v1.0.0/go.mod --
module example.com/dep

go 1.21
-- proxy/example.com/dep@v1.0.0/dep.go --
package dep
`,
  setup: [
    // The cache lacks the module itself and is read-only.
    'go mod tidy && go clean -modcache && go list -m all',
    'chmod -R a-w $GOMODCACHE',
  ],
  workers: [
    { name: 'go', run: 'go list -deps .' },
    // gopls check, unlike an editor, waits for the diagnostics.
    { name: 'gopls', run: 'gopls check main.go >$LAB/problems; cat $LAB/problems >&2; [[ ! -s $LAB/problems ]]' },
  ],
  mitigations: {
    'make the module cache writable': { setup: ['chmod -R u+w $GOMODCACHE'] },
    'a GOMODCACHE of its own': {
      run: {
        go: 'GOMODCACHE=$LAB/own go list -deps .',
        gopls:
          'GOMODCACHE=$LAB/own gopls check main.go >$LAB/problems; cat $LAB/problems >&2; [[ ! -s $LAB/problems ]]',
      },
      causeStays: true,
    },
    'fill the module cache before it is made read-only': {
      setup: ['chmod -R u+w $GOMODCACHE', 'go mod download', 'chmod -R a-w $GOMODCACHE'],
      causeStays: true,
    },
    'go clean -cache': { setup: ['go clean -cache'], expect: 'fails' },
    'delete the lock files': {
      setup: ['find $GOMODCACHE -name "*.lock" -delete || true'],
      expect: 'fails',
      source: 'folk advice (F6)',
    },
    'GOFLAGS=-modcacherw': { env: { GOFLAGS: '-modcacherw' }, expect: 'fails' },
  },
  check: eachFailsWith({
    go: /dep\/@v\/v1\.0\.0\.lock: permission denied/,
    gopls: /could not import example\.com\/dep \(no required module provides package/,
  }),
  doctorFinding: 'cache-not-writable',
});

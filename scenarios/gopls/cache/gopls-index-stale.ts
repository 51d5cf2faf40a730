import { defineScenario, eachFailsWith } from '../../../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'After go clean -modcache and a fresh download have repaired a damaged module, go list and gopls still cannot import it: GOCACHE keeps the index of the damaged files.',
  source:
    'folk advice (F27: "go clean -modcache and download again"); cmd/go/internal/modindex/read.go: the index of a module in the module cache is keyed by its folder alone; golang/go#69179; golang/go#54651',
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
    // A module that go has never indexed: it was only downloaded, or the build cache was not restored.
    'go mod tidy && go clean -cache',
    // The damage of a full disk or a power failure. The next go command indexes the damaged file.
    'chmod u+w $GOMODCACHE/example.com/dep@v1.0.0/dep.go && : >$GOMODCACHE/example.com/dep@v1.0.0/dep.go',
    '! go list -deps .',
    'go clean -modcache && go mod download && go mod verify',
  ],
  workers: [
    { name: 'go', run: 'go list -deps .' },
    // gopls check, unlike an editor, waits for the diagnostics.
    { name: 'gopls', run: 'gopls check main.go >$LAB/problems; cat $LAB/problems >&2; [[ ! -s $LAB/problems ]]' },
  ],
  mitigations: {
    'go clean -modcache and download once more': {
      setup: ['go clean -modcache && go mod download'],
      expect: 'fails',
      source: 'folk advice (F27)',
    },
    'go mod verify': { setup: ['go mod verify'], expect: 'fails' },
    'go clean -cache': { setup: ['go clean -cache'] },
    'GODEBUG=goindex=0': { env: { GODEBUG: 'goindex=0' } },
    'remove the cache of gopls': {
      run: {
        gopls:
          'gopls check main.go; rm -r $XDG_CACHE_HOME/gopls; gopls check main.go >$LAB/problems; cat $LAB/problems >&2; [[ ! -s $LAB/problems ]]',
      },
      expect: 'fails',
      source: 'folk advice (F1: "~/.cache/gopls")',
    },
  },
  check: eachFailsWith({
    go: /dep\.go:1:1: expected 'package', found 'EOF'/,
    gopls: /could not import example\.com\/dep/,
  }),
  doctorFinding: 'index-stale',
  remedy: {
    run: {
      // Waits for the other worker: cleaning the cache under a running build makes that build fail.
      gopls:
        'until exited go; do pause 0.05; done; gopls check main.go >$LAB/problems; cat $LAB/problems >&2; [[ ! -s $LAB/problems ]]',
    },
  },
});

import { defineScenario, editorShows } from '../../../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'gopls cannot load a module with dependencies if its environment has none of HOME, GOPATH and GOMODCACHE, as in some services and containers: go then has no module cache.',
  source: 'cmd/go/internal/modload/init.go, "module cache not found"; golang/vscode-go#297',
  cells: [{ gopls: '*', expect: 'reproduced' }],
  files: `
-- go.mod --
module example.com/m

go 1.21

require example.com/dep v1.0.0
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
  setup: ['go mod tidy'],
  workers: [{ name: 'editor', run: 'unset HOME GOPATH GOMODCACHE; editor --phase-ms 20000 gopls' }],
  mitigations: {
    'HOME alone': { run: { editor: 'unset GOPATH GOMODCACHE; editor --phase-ms 20000 gopls' } },
    'GOPATH alone': { run: { editor: 'unset HOME GOMODCACHE; editor --phase-ms 20000 gopls' } },
    'GOMODCACHE alone': { run: { editor: 'unset HOME GOPATH; editor --phase-ms 20000 gopls' } },
    'end gopls and start it again': {
      run: {
        editor: 'unset HOME GOPATH GOMODCACHE; editor --phase-ms 20000 gopls >/dev/null; editor --phase-ms 20000 gopls',
      },
      expect: 'fails',
      source: 'folk advice (F7)',
    },
  },
  check: editorShows(/module cache not found: neither GOMODCACHE nor GOPATH is set/),
  doctorFinding: 'environment-differs',
  remedy: {
    decide: 'echo export HOME=$LAB/home',
    run: {
      editor:
        'unset HOME GOPATH GOMODCACHE; editor --phase-ms 20000 gopls >/dev/null || :; eval "$(remedy)"; editor --phase-ms 30000 gopls',
    },
  },
});

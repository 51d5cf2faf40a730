import { defineScenario, editorShows } from '../../../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'gopls has no packages if go refuses GOFLAGS ("-mod vendor" instead of "-mod=vendor", or an unknown flag): go env still works, and every other command fails at once.',
  source: 'cmd/go/internal/base/goflags.go, InitGOFLAGS',
  cells: [{ gopls: '*', expect: 'reproduced' }],
  files: `
-- go.mod --
module example.com/m

go 1.21
-- main.go --
package main

func main() {}
-- goenv --
GOFLAGS=-mod vendor
`,
  workers: [{ name: 'editor', run: 'GOFLAGS="-mod vendor" editor --phase-ms 20000 gopls' }],
  mitigations: {
    'unset GOFLAGS': { run: { editor: 'unset GOFLAGS; editor --phase-ms 20000 gopls' } },
    'a value as go wants it': { run: { editor: 'GOFLAGS=-mod=mod editor --phase-ms 20000 gopls' } },
    'unset GOFLAGS, while go env -w has it': {
      run: { editor: 'unset GOFLAGS; GOENV=$WORK/goenv editor --phase-ms 20000 gopls' },
      expect: 'fails',
    },
    'go env -u GOFLAGS, where go env -w has it': {
      run: {
        editor: 'unset GOFLAGS; export GOENV=$WORK/goenv; go env -u GOFLAGS; editor --phase-ms 20000 gopls',
      },
    },
    'an unknown flag in place of it': {
      run: { editor: 'GOFLAGS=-nosuchflag editor --phase-ms 20000 gopls' },
      expect: 'fails',
    },
    'end gopls and start it again': {
      run: {
        editor: 'export GOFLAGS="-mod vendor"; editor --phase-ms 20000 gopls >/dev/null; editor --phase-ms 20000 gopls',
      },
      expect: 'fails',
      source: 'folk advice (F7)',
    },
    'an empty cache for gopls and for go': {
      run: {
        editor: 'GOCACHE=$LAB/own XDG_CACHE_HOME=$LAB/own GOFLAGS="-mod vendor" editor --phase-ms 20000 gopls',
      },
      expect: 'fails',
    },
  },
  check: editorShows(/parsing \$GOFLAGS: /),
  doctorFinding: 'goflags-refused',
});

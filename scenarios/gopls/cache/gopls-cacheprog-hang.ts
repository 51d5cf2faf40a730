import { defineScenario, stuckIn } from '../../../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'gopls hangs at "Loading packages…" while its GOCACHEPROG does not answer: every go command that opens the build cache waits for it without a timeout.',
  source: 'cmd/go/internal/cache/prog.go, startCacheProg (F34)',
  cells: [
    // Before Go 1.24 only a go built with GOEXPERIMENT=cacheprog read it.
    { go: '<1.24', gopls: '*', expect: 'not-reproduced' },
    { gopls: '*', expect: 'reproduced' },
  ],
  files: `
-- go.mod --
module example.com/m

go 1.21
-- main.go --
package main

func main() {}
`,

  // Before Go 1.24 the session completes, slowly on a busy machine.
  workers: [{ name: 'editor', run: 'GOCACHEPROG="sleep infinity" editor --phase-ms 13000 gopls' }],
  mitigations: {
    'unset GOCACHEPROG': { run: { editor: 'editor --phase-ms 20000 gopls' } },
    'an empty GOCACHEPROG in the build.env of the settings of gopls': {
      run: {
        editor:
          'GOCACHEPROG="sleep infinity" editor --phase-ms 20000 --settings \'{"build.env":{"GOCACHEPROG":""}}\' gopls',
      },
    },
    'unset GOCACHEPROG, while go env -w has it': {
      setup: ['GOENV=$LAB/goenv go env -w GOCACHEPROG="sleep infinity"'],
      run: { editor: 'GOENV=$LAB/goenv editor --phase-ms 6000 gopls' },
      expect: 'fails',
    },
    'go env -u GOCACHEPROG, while the environment has it': {
      setup: ['GOENV=$LAB/goenv go env -w GOCACHEPROG="sleep infinity"'],
      run: {
        editor:
          'export GOENV=$LAB/goenv GOCACHEPROG="sleep infinity"; go env -u GOCACHEPROG; editor --phase-ms 6000 gopls',
      },
      expect: 'fails',
    },
    'a build cache of its own': {
      run: { editor: 'GOCACHE=$LAB/own GOCACHEPROG="sleep infinity" editor --phase-ms 6000 gopls' },
      expect: 'fails',
    },
    'end gopls and start it again': {
      run: {
        editor:
          'export GOCACHEPROG="sleep infinity"; editor --phase-ms 3000 gopls >/dev/null || editor --phase-ms 6000 gopls',
      },
      expect: 'fails',
      source: 'folk advice (F7)',
    },
  },
  check: stuckIn('go list'),
  doctorFinding: 'cacheprog-hang',
});

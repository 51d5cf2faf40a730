import { defineScenario, requestFails, stuckIn } from '../../../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'gopls hangs at "Loading packages…" while the go command downloads the newer Go that go.mod asks for from a silent proxy: with GOTOOLCHAIN=auto even go env does.',
  source: 'cmd/go/internal/toolchain/select.go, Exec; gopls/internal/cache/view.go, FetchGoEnv: no deadline (F34)',
  cells: [{ gopls: '*', expect: 'reproduced' }],
  files: `
-- go.mod --
module example.com/m

go 1.99.0
-- main.go --
package main

func main() {}
`,
  workers: [
    {
      name: 'editor',
      run: 'GOTOOLCHAIN=auto GOPROXY=http://127.0.0.1:8080 editor --phase-ms 13000 gopls',
    },
  ],
  fault: requestFails(/\/golang\.org\/toolchain\//, 'stall'),
  mitigations: {
    'GOTOOLCHAIN=local: a diagnostic in go.mod says which Go is wanted': {
      run: {
        // Prints the report only if it contains that diagnostic.
        editor:
          'GOPROXY=http://127.0.0.1:8080 editor --phase-ms 20000 gopls | grep \'"diagnostics":\\["go.mod: .*requires go >= 1.99.0\'',
      },
      avoids: true,
    },
    'GOPROXY=off: a message says that there is no such toolchain': {
      run: {
        editor:
          'GOTOOLCHAIN=auto GOPROXY=off editor --phase-ms 20000 gopls | grep "download go1.99.0 for .*: toolchain not available"',
      },
      avoids: true,
    },
    'a go directive that the installed Go satisfies': {
      setup: ['go mod edit -go=1.21'],
      run: { editor: 'GOTOOLCHAIN=auto GOPROXY=http://127.0.0.1:8080 editor --phase-ms 20000 gopls' },
      avoids: true,
    },
    'a second proxy after "|"': {
      run: {
        editor: 'GOTOOLCHAIN=auto GOPROXY="http://127.0.0.1:8080|file://$LAB/proxy" editor --phase-ms 6000 gopls',
      },
      expect: 'fails',
    },
    'end gopls and start it again': {
      run: {
        editor:
          'GOTOOLCHAIN=auto GOPROXY=http://127.0.0.1:8080 editor --phase-ms 3000 gopls >/dev/null || GOTOOLCHAIN=auto GOPROXY=http://127.0.0.1:8080 editor --phase-ms 6000 gopls',
      },
      expect: 'fails',
      source: 'folk advice (F7)',
    },
  },
  check: stuckIn('go env'),
  doctorFinding: 'toolchain-download',
  needs: ['ss'],
});

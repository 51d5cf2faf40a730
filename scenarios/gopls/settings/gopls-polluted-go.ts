import { defineScenario, editorShows } from '../../../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'gopls has no workspace at all if the go on its PATH is a wrapper that prints its own line to stdout: gopls cannot parse the answer of go env.',
  source: 'gopls/internal/cache/view.go, FetchGoEnv; golang/vscode-go#297',
  cells: [{ gopls: '*', expect: 'reproduced' }],
  files: `
-- go.mod --
module example.com/m

go 1.21
-- main.go --
package main

func main() {}
-- stdout/go --
#!/bin/sh
echo 'now using go from the shim'
exec "$WORK/real/go" "$@"
-- stderr/go --
#!/bin/sh
echo 'now using go from the shim' >&2
exec "$WORK/real/go" "$@"
`,
  setup: ['chmod +x stdout/go stderr/go', 'mkdir real', 'ln -s $(command -v go) real/go'],
  workers: [{ name: 'editor', run: 'PATH=$WORK/stdout:$PATH editor --phase-ms 20000 gopls' }],
  mitigations: {
    'a wrapper that prints to stderr': {
      run: { editor: 'PATH=$WORK/stderr:$PATH editor --phase-ms 20000 gopls' },
    },
    'start gopls with the real go before the wrapper on PATH': {
      run: { editor: 'PATH=$WORK/real:$WORK/stdout:$PATH editor --phase-ms 20000 gopls' },
    },
    // gopls passes that PATH to go but has already looked up go on its own PATH.
    'a better PATH in the build.env of the settings of gopls': {
      run: {
        editor:
          'PATH=$WORK/stdout:$PATH editor --phase-ms 20000 --settings "{\\"build.env\\":{\\"PATH\\":\\"$PATH\\"}}" gopls',
      },
      expect: 'fails',
    },
    'GOROOT of the real go': {
      run: { editor: 'GOROOT=$(go env GOROOT) PATH=$WORK/stdout:$PATH editor --phase-ms 20000 gopls' },
      expect: 'fails',
    },
    'end gopls and start it again': {
      run: {
        editor:
          'export PATH=$WORK/stdout:$PATH; editor --phase-ms 20000 gopls >/dev/null; editor --phase-ms 20000 gopls',
      },
      expect: 'fails',
      source: 'folk advice (F7)',
    },
    'an empty cache for gopls and for go': {
      run: {
        editor: 'GOCACHE=$LAB/own XDG_CACHE_HOME=$LAB/own PATH=$WORK/stdout:$PATH editor --phase-ms 20000 gopls',
      },
      expect: 'fails',
    },
  },
  check: editorShows(/internal error unmarshaling JSON from 'go env'/),
  doctorFinding: 'environment-differs',
  remedy: { decide: 'echo "export PATH=$WORK/real:$PATH"' },
});

import { anyOf, defineScenario, editorShows, stuckIn } from '../../../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'go clean -cache, go clean -modcache or deleting the cache of gopls breaks a running gopls: its next session hangs or cannot find imports.',
  source: 'folk advice (F26)',
  cells: [{ gopls: '*', expect: 'not-reproduced' }],
  files: `
-- go.mod --
module example.com/m

go 1.21

require example.com/dep v1.0.0
-- main.go --
package main

import "example.com/dep"

func main() { dep.F() }
-- proxy/example.com/dep@v1.0.0/go.mod --
module example.com/dep

go 1.21
-- proxy/example.com/dep@v1.0.0/dep.go --
package dep

func F() {}
`,
  env: { SOCKET: '$LAB/daemon.sock' },
  setup: ['go mod tidy', 'gopls check main.go'],
  workers: [
    { name: 'daemon', run: 'exec gopls serve -listen="unix;$SOCKET"', background: true },
    { name: 'first', after: '[[ -S $SOCKET ]]', run: 'editor -- gopls -remote="unix;$SOCKET"' },
    {
      name: 'clean',
      after: 'exited first',
      run: 'go clean -cache -modcache && rm -r "$XDG_CACHE_HOME/gopls" && [[ ! -e $GOMODCACHE ]] && kill -0 $(pids daemon)',
    },
    { name: 'second', after: 'exited clean', run: 'editor -- gopls -remote="unix;$SOCKET"' },
  ],
  mitigations: { 'start gopls again': { run: { second: 'editor gopls' } } },
  check: anyOf(stuckIn('go list'), editorShows(/could not import|no such file/)),
});

import { defineScenario, requestFails, stuckIn } from '../../../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'gopls hangs at "Loading packages…" while git asks for the password of a private module in a window that nobody sees: GIT_TERMINAL_PROMPT=0, which go sets, only stops prompts on the terminal.',
  source: 'gitcredentials(7), GIT_ASKPASS; cmd/go/internal/modload/init.go, GIT_TERMINAL_PROMPT',
  cells: [{ gopls: '*', expect: 'reproduced' }],
  files: `
-- go.mod --
module example.com/m

go 1.21

require example.com/dep.git v1.0.0
-- go.sum --
-- main.go --
package main

import _ "example.com/dep.git"

func main() {}
-- askpass --
#!/bin/sh
exec sleep infinity
-- proxy/example.com/dep.git@v1.0.0/go.mod --
module example.com/dep.git

go 1.21
-- proxy/example.com/dep.git@v1.0.0/dep.go --
package dep
`,
  // git fetches example.com from the loopback.
  env: {
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: 'url.http://127.0.0.1:8080/.insteadOf',
    GIT_CONFIG_VALUE_0: 'https://example.com/',
    GIT_ASKPASS: '$WORK/askpass',
  },
  setup: [
    'chmod +x askpass',
    'go mod tidy',
    'git init -q $LAB/dep',
    'cp $GOMODCACHE/example.com/dep.git@v1.0.0/* $LAB/dep',
    'git -C $LAB/dep add .',
    'git -C $LAB/dep -c user.name=lab -c user.email=lab@example.com commit -qm dep',
    'git -C $LAB/dep tag v1.0.0',
    'git clone -q --bare $LAB/dep $LAB/proxy/dep',
    'git -C $LAB/proxy/dep update-server-info',
    'go clean -modcache',
  ],
  workers: [{ name: 'editor', run: 'GOPRIVATE=example.com editor --phase-ms 30000 --struck-ms 12500 gopls' }],
  fault: requestFails(/^\/dep\/info\/refs$/, '401'),
  mitigations: {
    'GIT_ASKPASS=true: git fails at once': {
      run: { editor: 'GIT_ASKPASS=true GOPRIVATE=example.com editor --phase-ms 30000 gopls' },
    },
    // The server has answered; git itself waits.
    'git gives up on a slow transfer (GIT_HTTP_LOW_SPEED_LIMIT, GIT_HTTP_LOW_SPEED_TIME)': {
      env: { GIT_HTTP_LOW_SPEED_LIMIT: '1000', GIT_HTTP_LOW_SPEED_TIME: '1' },
      run: { editor: 'GOPRIVATE=example.com editor --phase-ms 30000 --struck-ms 4000 gopls' },
      expect: 'fails',
    },
  },
  check: stuckIn('go list'),
  doctorFinding: 'stalled-git',
});

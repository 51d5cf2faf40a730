import { defineScenario, requestFails, stuckIn } from '../../../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'gopls hangs at "Loading packages…" while the git server of a private module is silent: neither go list nor the git that it runs has a timeout.',
  source: 'golang/go#32421; cmd/go/internal/modfetch/codehost/git.go (F34)',
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
  },
  setup: [
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
  // The first request of git.
  fault: requestFails(/^\/dep\/info\/refs$/, 'stall'),
  mitigations: {
    'git gives up on a slow transfer (GIT_HTTP_LOW_SPEED_LIMIT, GIT_HTTP_LOW_SPEED_TIME)': {
      env: { GIT_HTTP_LOW_SPEED_LIMIT: '1000', GIT_HTTP_LOW_SPEED_TIME: '1' },
      run: { editor: 'GOPRIVATE=example.com editor --phase-ms 30000 gopls' },
    },
    'download before the editor starts': {
      setup: ['go mod download'],
      run: { editor: 'GOPRIVATE=example.com editor --phase-ms 30000 gopls' },
      avoids: true,
    },
    'a vendor folder': {
      setup: ['go mod vendor', 'go clean -modcache'],
      run: { editor: 'GOPRIVATE=example.com editor --phase-ms 30000 gopls' },
      avoids: true,
      // After the load gopls may run go mod tidy for diagnostics: that waits for git, but the session continues.
      causeStays: true,
    },
    'GONOPROXY=none: a module proxy that has the private module': {
      run: { editor: 'GONOPROXY=none GOPRIVATE=example.com editor --phase-ms 30000 gopls' },
      avoids: true,
    },
    // GOPRIVATE is the default of GONOPROXY, which overrides "off".
    'GOPROXY=off': {
      run: { editor: 'GOPROXY=off GOPRIVATE=example.com editor --phase-ms 30000 --struck-ms 2000 gopls' },
      expect: 'fails',
    },
    'GOPROXY=off and GONOPROXY=none: the module is missing at once': {
      run: { editor: 'GOPROXY=off GONOPROXY=none GOPRIVATE=example.com editor --phase-ms 30000 gopls' },
      avoids: true,
    },
    'GIT_SSH_COMMAND with a limit on the time to connect': {
      env: { GIT_SSH_COMMAND: 'ssh -o BatchMode=yes -o ConnectTimeout=1' },
      expect: 'fails',
    },
    'end gopls and start it again': {
      run: {
        editor:
          'export GOPRIVATE=example.com; editor --phase-ms 30000 --struck-ms 1000 gopls >/dev/null || editor --phase-ms 30000 --struck-ms 2000 gopls',
      },
      expect: 'fails',
      source: 'folk advice (F7)',
    },
  },
  check: stuckIn('go list'),
  doctorFinding: 'stalled-git',
  needs: ['git', 'ss'],
});

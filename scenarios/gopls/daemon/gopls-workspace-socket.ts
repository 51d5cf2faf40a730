import { defineScenario, requestFails, stuckIn } from '../../../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'Two workspaces that share one gopls daemon block each other: while one waits for a silent proxy, the other does not load. Give each workspace its own socket and state folder.',
  source: 'folk advice (F11, F22)',
  cells: [{ gopls: '*', expect: 'not-reproduced' }],
  files: `
-- stuck here/go.mod --
module example.com/m

go 1.21

require example.com/dep v1.0.0
-- stuck here/go.sum --
-- stuck here/main.go --
package main

import _ "example.com/dep"

func main() {}
-- well here/go.mod --
module example.com/other

go 1.21
-- well here/other.go --
package other
-- proxy/example.com/dep@v1.0.0/go.mod --
module example.com/dep

go 1.21
-- proxy/example.com/dep@v1.0.0/dep.go --
package dep
`,
  env: { SOCKET: '$XDG_RUNTIME_DIR/daemon' },
  setup: ['cd "stuck here" && go mod tidy && go clean -modcache', 'cd "../well here" && gopls check other.go'],
  workers: [
    {
      name: 'daemon',
      run: 'gopls serve -listen="unix;$SOCKET"',
      background: true,
    },
    {
      name: 'stuck',
      after: '[[ -S $SOCKET ]]',
      // gopls runs commands in the environment of its client, not in its own.
      run: 'GOPROXY=http://127.0.0.1:8080 editor --folder "stuck here" --phase-ms 60000 -- gopls -remote="unix;$SOCKET"',
      background: true,
    },
    {
      name: 'well',
      after: 'locks_held_by daemon | grep v1.0.0.lock',
      run: 'editor --folder "well here" --phase-ms 15000 -- gopls -remote="unix;$SOCKET"',
    },
  ],
  fault: requestFails(/\.zip$/, 'stall'),
  mitigations: {
    'a daemon and a state folder for each workspace': {
      run: {
        well: 'mkdir $LAB/own; export XDG_CACHE_HOME=$LAB/own; gopls serve -listen="unix;$LAB/own/daemon" & until [[ -S $LAB/own/daemon ]]; do kill -0 $!; done; editor --folder "well here" --phase-ms 15000 -- gopls -remote="unix;$LAB/own/daemon"; kill $!',
      },
    },
  },
  deadlineMs: 40000,
  check: stuckIn('go list'),
});

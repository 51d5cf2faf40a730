import { defineScenario, programStops, stuckIn } from '../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'With -remote=auto and a cold GOCACHE gopls has a program compiled before it answers initialize: the socket’s name holds its build id, which it asks "go tool buildid" for, and Go 1.25 and later have no such tool at hand.',
  source: 'gopls/internal/lsprpc/autostart_posix.go, autoNetworkAddressPosix; golang/go#70298 (F19)',
  cells: [
    // Until Go 1.24 the tool came with Go.
    { go: '<1.25', gopls: '*', expect: 'not-reproduced', avoids: true },
    { gopls: '*', expect: 'reproduced' },
  ],
  files: `
-- go.mod --
module example.com/m

go 1.21
-- m.go --
package m
`,
  // v0.24.0 sometimes ends at once when two of it start on a new cache of its own; that is not what this is about.
  setup: ['gopls check m.go'],
  workers: [{ name: 'editor', run: 'editor --phase-ms 60000 --struck-ms 2000 -- gopls -remote=auto' }],
  // A compiler that never ends shows who waits for it, however fast the machine is. One that is asked for its version alone compiles
  // nothing, and has no "-p".
  fault: programStops('compile', '-p'),
  mitigations: {
    // Running "go tool buildid" once before helps too. It compiles a good part of the standard library, half a minute and more, which
    // is what this is about; so it is no arm.
    'gopls without a daemon': { run: { editor: 'editor gopls' }, avoids: true },
    'a daemon at a socket of one’s own': {
      run: {
        editor:
          'gopls serve -listen="unix;$XDG_RUNTIME_DIR/daemon" & until [[ -S $XDG_RUNTIME_DIR/daemon ]]; do kill -0 $!; done; editor -- gopls -remote="unix;$XDG_RUNTIME_DIR/daemon"; kill $!',
      },
      avoids: true,
    },
    'a name of one’s own for the daemon': {
      run: { editor: 'editor --phase-ms 60000 --struck-ms 2000 -- gopls -remote="auto;mine"' },
      expect: 'fails',
    },
  },
  check: stuckIn('initialize', /no answer within \d+ ms after the strike/),
  doctorFinding: 'daemon-cold-buildid',
  remedy: {
    none: 'a compiler that works is no more than noted, and the one of this trial never ends: to wait is what helps',
  },
});

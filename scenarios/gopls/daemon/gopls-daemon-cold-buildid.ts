import { defineScenario, programStops, stuckIn } from '../../../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'With -remote=auto and a cold GOCACHE gopls answers initialize only after a compilation: the socket’s name contains its build id, gopls asks "go tool buildid" for it, and Go 1.25 and later compile that tool first.',
  source: 'gopls/internal/lsprpc/autostart_posix.go, autoNetworkAddressPosix; golang/go#70298 (F19)',
  cells: [
    // Up to Go 1.24 the tool shipped with Go.
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
  // v0.24.0 sometimes exits at once if two start on a new cache (gopls-index-race); not the subject here.
  setup: ['gopls check m.go'],
  workers: [{ name: 'editor', run: 'editor --phase-ms 60000 --struck-ms 2000 -- gopls -remote=auto' }],
  // A compiler that never ends shows the wait on a machine of any speed. "-p" is absent when go only asks for its version.
  fault: programStops('compile', '-p'),
  mitigations: {
    // Running "go tool buildid" once before helps too. That compiles much of the standard library for half a minute or more, so it
    // has no arm here.
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
    none: 'a working compiler is only a note, and the one of this trial never ends; waiting is what helps',
  },
});

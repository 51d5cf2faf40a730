import { defineScenario, probePrints, stoppedAtCall } from '../../../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'If a dead daemon left its socket, two editors that start gopls -remote=auto at once may end up with two daemons and one socket: the slower gopls removes the socket that the other’s daemon has just bound.',
  source:
    'gopls/internal/lsprpc/dialer.go, dialNet: "there is probably a race here if multiple server instances are simultaneously starting up" (F10, F19)',
  cells: [{ gopls: '*', expect: 'reproduced' }],
  files: `
-- go.mod --
module example.com/m

go 1.21
-- m.go --
package m
`,
  // The sessions see no go: since Go 1.25 gopls would first compile "go tool buildid". Without go it names the socket after its own
  // path; all else is the same.
  env: {
    SOCKET: '$XDG_RUNTIME_DIR/gopls-$(readlink -fn $(command -v gopls) | sha256sum | head -c 6)-daemon.${USER:-shared}',
  },
  // gopls has run here before: killing it while it creates its cache, or two creating it at once, makes the cache unusable (gopls-index-empty).
  setup: [
    'mkdir $LAB/own',
    'gopls check m.go',
    'gopls serve -listen="unix;$SOCKET" &',
    'until [[ -S $SOCKET ]]; do :; done; kill -KILL $! && [[ -S $SOCKET ]]',
  ],
  workers: [
    {
      name: 'slow',
      run: 'PATH=$(without go) editor --phase-ms 30000 --until initialize -- $(command -v gopls) -remote=auto',
      // Its dial has failed; it stops before it checks for a socket.
      fault: stoppedAtCall({ call: 'connect' }),
      // The trial ends it: strace would also wait for the daemon.
      background: true,
    },
    {
      name: 'fast',
      after: 'grep "connect.*gopls-" $LAB/out/worker/slow.0/fault',
      run: 'PATH=$(without go) editor --phase-ms 30000 --until initialize -- $(command -v gopls) -remote=auto',
    },
    {
      name: 'both',
      // Each dialing thread stops once.
      run: 'until exited fast; do pause 0.05; done; until grep \'"initialize":\' $LAB/out/worker/slow.0/stdout; do kill -CONT $(pids slow) || :; pause 0.05; done',
    },
  ],
  deadlineMs: 60000,
  probes: {
    daemons:
      'echo $(grep -c " 00010000 .* $LAB/" /proc/net/unix) daemons, $(ls $XDG_RUNTIME_DIR $LAB/own | grep -c ^gopls-) sockets',
  },
  mitigations: {
    'one editor alone': { run: { fast: 'true' } },
    'remove the socket before the editors start': { setup: ['rm $SOCKET'], expect: 'fails' },
    'start the second when the first has its answer': {
      run: {
        both: 'until grep \'"initialize":\' $LAB/out/worker/slow.0/stdout; do kill -CONT $(pids slow) || :; pause 0.05; done',
        fast: 'until grep \'"initialize":\' $LAB/out/worker/slow.0/stdout; do pause 0.05; done; PATH=$(without go) editor --phase-ms 30000 --until initialize -- $(command -v gopls) -remote=auto',
      },
    },
    'a runtime folder of its own for each editor': {
      run: {
        fast: 'XDG_RUNTIME_DIR=$LAB/own PATH=$(without go) editor --phase-ms 30000 --until initialize -- $(command -v gopls) -remote=auto',
      },
      source: 'folk advice (F11, F22)',
    },
  },
  check: probePrints('daemons', /^2 daemons, 1 sockets/),
  doctorFinding: 'daemon-duplicate',
  remedy: {
    run: {
      fast: 'PATH=$(without go) editor --phase-ms 30000 --until initialize -- $(command -v gopls) -remote=auto',
      both: 'until exited fast; do pause 0.05; done; until grep \'"initialize":\' $LAB/out/worker/slow.0/stdout; do kill -CONT $(pids slow) || :; pause 0.05; done; eval "$(remedy)"',
    },
  },
});

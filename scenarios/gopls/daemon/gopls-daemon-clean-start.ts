import { defineScenario, probePrints, stoppedAtCall } from '../../../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'Two editors that start gopls -remote=auto at once may end up with two daemons and one socket, even without a leftover socket: the slower gopls finds no daemon, then sees the socket that the other has just bound and removes it.',
  source:
    'gopls/internal/lsprpc/dialer.go, dialNet: between its dial and its os.Stat another starter may bind the socket (F19)',
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
  // gopls has run here before: killing it while it creates its cache, or two creating it at once, makes the cache unusable (gopls-index-empty).
  setup: ['mkdir $LAB/own', 'gopls check m.go'],
  env: {
    SOCKET: '$XDG_RUNTIME_DIR/gopls-$(readlink -fn $(command -v gopls) | sha256sum | head -c 6)-daemon.${USER:-shared}',
  },
  workers: [
    {
      name: 'slow',
      run: 'PATH=$(without go) editor --phase-ms 50000 --until initialize -- $(command -v gopls) -remote=auto',
      // Its dial has failed; it stops before it checks for a socket.
      fault: stoppedAtCall({ call: 'connect' }),
      // The trial ends it: strace would also wait for the daemon.
      background: true,
    },
    {
      name: 'fast',
      after: 'grep "connect.*gopls-" $LAB/out/worker/slow.0/fault',
      run: 'PATH=$(without go) editor --phase-ms 50000 --until initialize -- $(command -v gopls) -remote=auto',
    },
    {
      name: 'both',
      // Each dialing thread stops once.
      run: 'until exited fast; do pause 0.05; done; until grep \'"initialize":\' $LAB/out/worker/slow.0/stdout; do kill -CONT $(pids slow) || :; pause 0.05; done',
    },
  ],
  deadlineMs: 90000,
  probes: {
    daemons:
      'echo $(grep -c " 00010000 .* $LAB/" /proc/net/unix) daemons, $(ls $XDG_RUNTIME_DIR $LAB/own | grep -c ^gopls-) sockets',
  },
  mitigations: {
    'one editor alone': { run: { fast: 'true' } },
    'start the second when the first has its answer': {
      run: {
        both: 'until grep \'"initialize":\' $LAB/out/worker/slow.0/stdout; do kill -CONT $(pids slow) || :; pause 0.05; done',
        fast: 'until grep \'"initialize":\' $LAB/out/worker/slow.0/stdout; do pause 0.05; done; PATH=$(without go) editor --phase-ms 50000 --until initialize -- $(command -v gopls) -remote=auto',
      },
    },
    'a runtime folder of its own for each editor': {
      run: {
        fast: 'XDG_RUNTIME_DIR=$LAB/own PATH=$(without go) editor --phase-ms 50000 --until initialize -- $(command -v gopls) -remote=auto',
      },
      source: 'folk advice (F11, F22)',
    },
    'a daemon that was started before, and -remote with its socket': {
      setup: ['gopls serve -listen="unix;$SOCKET" &', 'until [[ -S $SOCKET ]]; do :; done'],
      run: {
        slow: 'editor --phase-ms 50000 --until initialize -- $(command -v gopls) -remote="unix;$SOCKET"',
        fast: 'editor --phase-ms 50000 --until initialize -- $(command -v gopls) -remote="unix;$SOCKET"',
      },
    },
  },
  check: probePrints('daemons', /^2 daemons, 1 sockets/),
  doctorFinding: 'daemon-duplicate',
  remedy: {
    run: {
      fast: 'PATH=$(without go) editor --phase-ms 50000 --until initialize -- $(command -v gopls) -remote=auto',
      both: 'until exited fast; do pause 0.05; done; until grep \'"initialize":\' $LAB/out/worker/slow.0/stdout; do kill -CONT $(pids slow) || :; pause 0.05; done; eval "$(remedy)"',
    },
  },
});

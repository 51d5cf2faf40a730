import { callDelayed, defineScenario, probePrints } from '../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'Where the socket of a dead daemon was left, two editors that start gopls -remote=auto at once may end with two daemons and one socket: the slower one removes the socket that the daemon of the faster one has just bound.',
  source:
    'gopls/internal/lsprpc/dialer.go, dialNet: "there is probably a race here if multiple server instances are simultaneously starting up" (F10, F19)',
  cells: [{ gopls: '*', expect: 'reproduced' }],
  files: `
-- go.mod --
module example.com/m

go 1.21
`,
  // The sessions see no go: since Go 1.25 gopls would first have "go tool buildid" compiled. Where that fails it names the
  // socket after its own path, and all else is the same.
  // A first session starts a daemon, which is killed: its socket is left.
  setup: [
    'mkdir $LAB/own',
    'PATH=/usr/bin:/bin editor --until initialize -- $(command -v gopls) -remote=auto',
    'kill -KILL $(pgrep -f "gopls serve -listen") && [[ -S $(echo $XDG_RUNTIME_DIR/gopls-*) ]]',
  ],
  workers: [
    {
      name: 'slow',
      run: 'PATH=/usr/bin:/bin editor --phase-ms 20000 --until initialize -- $(command -v gopls) -remote=auto',
      fault: callDelayed({ call: 'unlink', path: '$(echo $XDG_RUNTIME_DIR/gopls-*)', nth: 1 }, 4000),
      // Ended with the trial: strace would wait for the daemon, too.
      background: true,
    },
    {
      name: 'fast',
      // The slow one is about to remove the socket, or has found none.
      after: 'grep "unlink.*gopls-" $LAB/out/worker/slow.0/fault || grep initialize $LAB/out/worker/slow.0/stdout',
      run: 'PATH=/usr/bin:/bin editor --phase-ms 20000 --until initialize -- $(command -v gopls) -remote=auto',
    },
    { name: 'both', after: 'exited fast && grep \'"initialize":\' $LAB/out/worker/slow.0/stdout', run: 'true' },
  ],
  deadlineMs: 45000,
  probes: {
    daemons:
      'echo $(pgrep -fc "gopls serve -listen") daemons, $(ls $XDG_RUNTIME_DIR $LAB/own | grep -c ^gopls-) sockets',
  },
  mitigations: {
    'remove the socket before the editors start': { setup: ['rm $XDG_RUNTIME_DIR/gopls-*'], avoids: true },
    'start the second when the first has its answer': {
      run: {
        fast: 'until grep \'"initialize":\' $LAB/out/worker/slow.0/stdout; do :; done; PATH=/usr/bin:/bin editor --phase-ms 20000 --until initialize -- $(command -v gopls) -remote=auto',
      },
    },
    'a runtime folder of its own for each editor': {
      run: {
        fast: 'XDG_RUNTIME_DIR=$LAB/own PATH=/usr/bin:/bin editor --phase-ms 20000 --until initialize -- $(command -v gopls) -remote=auto',
      },
      source: 'folk advice (F11, F22)',
    },
  },
  check: probePrints('daemons', /^2 daemons, 1 sockets/),
  finding: 'daemon-duplicate',
});

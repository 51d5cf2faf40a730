import { defineScenario, eachFailsWith } from '../../../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'gopls -remote=auto exits after some seconds, without an answer to initialize, if the folder of its socket (XDG_RUNTIME_DIR, else TMPDIR) is missing, is closed to the user, or makes the path longer than 107 bytes; gopls serve -listen there exits at once.',
  source: 'golang/go#41266; unix(7), sun_path; gopls/internal/lsprpc/autostart_posix.go, autoNetworkAddressPosix',
  cells: [{ gopls: '*', expect: 'reproduced' }],
  files: `
-- go.mod --
module example.com/m

go 1.21
-- m.go --
package m
`,
  env: {
    LONG: '$LAB/a-name-of-fifty-letters-and-not-of-a-single-one-fewer/a-name-of-fifty-letters-and-not-of-a-single-one-fewer',
  },
  // v0.24.0 sometimes exits at once if two start on a new cache (gopls-index-race); not the subject here.
  setup: ['mkdir -p $LONG $LAB/own $LAB/closed && chmod 0 $LAB/closed', 'gopls check m.go'],
  // These sessions see no go: since Go 1.25 gopls would first compile "go tool buildid". Without go it names the socket after its own
  // path; all else is the same.
  workers: [
    {
      name: 'missing',
      run: 'XDG_RUNTIME_DIR=$LAB/missing PATH=$(without go) editor --until initialize -- $(command -v gopls) -remote=auto',
    },
    {
      name: 'no-tmp',
      run: 'XDG_RUNTIME_DIR= TMPDIR=$LAB/missing PATH=$(without go) editor --until initialize -- $(command -v gopls) -remote=auto',
    },
    {
      name: 'closed',
      run: 'XDG_RUNTIME_DIR=$LAB/closed PATH=$(without go) editor --until initialize -- $(command -v gopls) -remote=auto',
    },
    {
      name: 'long',
      run: 'XDG_RUNTIME_DIR=$LONG PATH=$(without go) editor --until initialize -- $(command -v gopls) -remote=auto',
    },
    { name: 'listen', run: 'timeout 20 gopls serve -listen="unix;$LONG/a-daemon-with-a-name-of-its-own"' },
  ],
  mitigations: {
    'a short folder of one’s own': {
      run: {
        missing:
          'XDG_RUNTIME_DIR=$LAB/own PATH=$(without go) editor --until initialize -- $(command -v gopls) -remote=auto',
        'no-tmp':
          'XDG_RUNTIME_DIR= TMPDIR=$LAB/own PATH=$(without go) editor --until initialize -- $(command -v gopls) -remote=auto',
        closed:
          'chmod 700 $LAB/closed; XDG_RUNTIME_DIR=$LAB/closed PATH=$(without go) editor --until initialize -- $(command -v gopls) -remote=auto',
        long: 'ln -s $LONG $LAB/l; XDG_RUNTIME_DIR=$LAB/l PATH=$(without go) editor --until initialize -- $(command -v gopls) -remote=auto',
        listen:
          'gopls serve -listen="unix;$LAB/own/daemon" & until [[ -S $LAB/own/daemon ]]; do kill -0 $!; done; kill $!',
      },
    },
    'an unset XDG_RUNTIME_DIR, so that TMPDIR speaks': {
      env: { XDG_RUNTIME_DIR: '' },
      run: {
        missing: 'PATH=$(without go) editor --until initialize -- $(command -v gopls) -remote=auto',
        'no-tmp': 'PATH=$(without go) editor --until initialize -- $(command -v gopls) -remote=auto',
        closed: 'PATH=$(without go) editor --until initialize -- $(command -v gopls) -remote=auto',
        long: 'PATH=$(without go) editor --until initialize -- $(command -v gopls) -remote=auto',
        listen:
          'gopls serve -listen="unix;$TMPDIR/daemon" & until [[ -S $TMPDIR/daemon ]]; do kill -0 $!; done; kill $!',
      },
    },
    'gopls without a daemon': {
      run: {
        missing: 'XDG_RUNTIME_DIR=$LAB/missing editor gopls',
        'no-tmp':
          'XDG_RUNTIME_DIR= TMPDIR=$LAB/missing PATH=$(without go) editor --until initialize $(command -v gopls)',
        closed: 'XDG_RUNTIME_DIR=$LAB/closed editor gopls',
        long: 'XDG_RUNTIME_DIR=$LONG editor gopls',
        listen: 'editor gopls serve',
      },
    },
    'start gopls again': {
      run: {
        missing:
          'XDG_RUNTIME_DIR=$LAB/missing PATH=$(without go) editor -- $(command -v gopls) -remote=auto >/dev/null || XDG_RUNTIME_DIR=$LAB/missing PATH=$(without go) editor -- $(command -v gopls) -remote=auto',
      },
      expect: 'fails',
      source: 'folk advice (F7)',
    },
  },
  check: eachFailsWith({
    missing: /gopls\S+: connect: no such file or directory/,
    'no-tmp': /gopls\S+: connect: no such file or directory/,
    closed: /gopls\S+: connect: permission denied/,
    long: /gopls\S+: connect: invalid argument/,
    listen: /bind: invalid argument/,
  }),
  doctorFinding: 'socket-path',
  remedy: {
    run: {
      missing:
        'export XDG_RUNTIME_DIR=$LAB/missing; PATH=$(without go) editor --until initialize -- $(command -v gopls) -remote=auto >/dev/null || :; eval "$(remedy)"; PATH=$(without go) editor --until initialize -- $(command -v gopls) -remote=auto',
      'no-tmp':
        'export XDG_RUNTIME_DIR= TMPDIR=$LAB/missing; PATH=$(without go) editor --until initialize -- $(command -v gopls) -remote=auto >/dev/null || :; eval "$(remedy)"; PATH=$(without go) editor --until initialize -- $(command -v gopls) -remote=auto',
      closed:
        'export XDG_RUNTIME_DIR=$LAB/closed; PATH=$(without go) editor --until initialize -- $(command -v gopls) -remote=auto >/dev/null || :; eval "$(remedy)"; PATH=$(without go) editor --until initialize -- $(command -v gopls) -remote=auto',
      long: 'export XDG_RUNTIME_DIR=$LONG; PATH=$(without go) editor --until initialize -- $(command -v gopls) -remote=auto >/dev/null || :; eval "$(remedy)"; PATH=$(without go) editor --until initialize -- $(command -v gopls) -remote=auto',
      // The command line names this socket, not the environment: the user picks a short path.
      listen: 'gopls serve -listen="unix;$TMPDIR/daemon" & until [[ -S $TMPDIR/daemon ]]; do kill -0 $!; done; kill $!',
    },
  },
});

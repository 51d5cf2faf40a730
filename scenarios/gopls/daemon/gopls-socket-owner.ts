import { defineScenario, stuckIn } from '../../../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'gopls -remote=auto exits at once, without an answer to initialize, if a file with its socket’s name belongs to another user: in a shared TMPDIR with USER unset every user’s socket has the same name.',
  source: 'gopls/internal/lsprpc/autostart_posix.go, verifyRemoteOwnershipPosix and "shared"; fatih/vim-go#3566',
  cells: [{ gopls: '*', expect: 'reproduced' }],
  files: `
-- go.mod --
module example.com/m

go 1.21
-- m.go --
package m
`,
  env: { XDG_RUNTIME_DIR: '', USER: '' },
  // A sandbox has one user. gopls learns the owner of the socket from stat(2), which follows links: a link to another user's file
  // stands in for that user's socket. The name is gopls's fallback without go; with go it contains a hash of the build id, for which
  // Go 1.25 and later first compile "go tool buildid". The link's target is not in a folder where files come and go.
  setup: [
    'find / -xdev -maxdepth 3 \\( -path /tmp -o -path /var/tmp -o -path /run \\) -prune -o ! -uid $UID -print -quit >$LAB/anothers 2>/dev/null || :',
    '[[ -s $LAB/anothers ]] || { echo "no file here belongs to another user"; exit 1; }',
    'ln -s "$(<$LAB/anothers)" $LAB/tmp/gopls-$(echo -n $(readlink -f $(command -v gopls)) | sha256sum | cut -c 1-6)-daemon.shared',
    'mkdir $LAB/own',
    // v0.24.0 sometimes exits at once if two start on a new cache (gopls-index-race); not the subject here.
    'gopls check m.go',
  ],
  workers: [
    { name: 'editor', run: 'PATH=$(without go) editor --until initialize -- $(command -v gopls) -remote=auto' },
  ],
  mitigations: {
    'set USER': { env: { USER: 'me' }, source: 'fatih/vim-go#3566' },
    'a TMPDIR of one’s own': { env: { TMPDIR: '$LAB/own' } },
    'an XDG_RUNTIME_DIR of one’s own': { env: { XDG_RUNTIME_DIR: '$LAB/own' }, source: 'golang/go#41266' },
    'a name of one’s own for the daemon': {
      run: { editor: 'PATH=$(without go) editor --until initialize -- $(command -v gopls) -remote="auto;mine"' },
    },
    'gopls without a daemon': { run: { editor: 'editor gopls' } },
    'start gopls again': {
      run: {
        editor:
          'PATH=$(without go) editor -- $(command -v gopls) -remote=auto >/dev/null || PATH=$(without go) editor -- $(command -v gopls) -remote=auto',
      },
      expect: 'fails',
      source: 'folk advice (F7)',
    },
  },
  check: stuckIn('initialize', /socket \S+ is owned by a different user/),
  doctorFinding: 'socket-owner',
});

import { defineScenario, failsWith } from '../../../src/lab/vocabulary.ts';

export default defineScenario({
  claim: 'gopls serve -listen exits at once with "address already in use" if a killed daemon left its socket there.',
  source: 'folk advice (F10); bind(2): the file is in the way, whether a process listens or not',
  cells: [{ gopls: '*', expect: 'reproduced' }],
  files: `
-- go.mod --
module example.com/m

go 1.21
-- m.go --
package m
`,
  // The sessions with -remote=auto see no go: since Go 1.25 gopls would first compile "go tool buildid". Without go it names the socket
  // after its own path; all else is the same.
  // gopls has run here before: killing it while it creates its cache, or two creating it at once, makes the cache unusable (gopls-index-empty).
  setup: [
    'gopls check m.go',
    'leave() { gopls serve -listen="unix;$1" & local pid=$!; until [[ -S $1 ]]; do kill -0 $pid; done; kill -KILL $pid; }',
    'leave $TMPDIR/gopls.sock',
    'leave $XDG_RUNTIME_DIR/gopls.sock',
    'PATH=$(without go) editor --until initialize -- $(command -v gopls) -remote=auto',
    'kill -KILL $(running "gopls serve -listen") && [[ -S $(echo $XDG_RUNTIME_DIR/gopls-*) ]]',
  ],
  workers: [{ name: 'gopls', run: 'gopls serve -listen="unix;$TMPDIR/gopls.sock" -listen.timeout=1s' }],
  mitigations: {
    'a socket below XDG_RUNTIME_DIR': {
      run: { gopls: 'gopls serve -listen="unix;$XDG_RUNTIME_DIR/gopls.sock" -listen.timeout=1s' },
      expect: 'fails',
      source: 'folk advice (F11)',
    },
    'start it again': {
      run: {
        gopls:
          'gopls serve -listen="unix;$TMPDIR/gopls.sock" 2>/dev/null || gopls serve -listen="unix;$TMPDIR/gopls.sock" -listen.timeout=1s',
      },
      expect: 'fails',
      source: 'folk advice (F7)',
    },
    'remove the socket first': {
      run: {
        gopls:
          'rm $TMPDIR/gopls.sock; gopls serve -listen="unix;$TMPDIR/gopls.sock" & until [[ -S $TMPDIR/gopls.sock ]]; do kill -0 $!; done; editor --phase-ms 20000 --socket $TMPDIR/gopls.sock',
      },
    },
    '-remote=auto: gopls removes a socket on which nobody listens': {
      run: { gopls: 'PATH=$(without go) editor --phase-ms 20000 -- $(command -v gopls) -remote=auto' },
    },
    'gopls without a daemon': { run: { gopls: 'editor --phase-ms 20000 gopls' } },
  },
  check: failsWith(/address already in use/),
});

import { defineScenario, stuckIn } from '../../../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'While a gopls daemon is stopped, an editor that connects to it waits forever for the answer to initialize: the kernel accepts the connection, and nothing reads from it.',
  source: 'gopls/internal/lsprpc/dialer.go: only dialing has a timeout; golang/vscode-go#2914 (F19, F23)',
  cells: [{ gopls: '*', expect: 'reproduced' }],
  files: `
-- go.mod --
module example.com/m

go 1.21
-- m.go --
package m
`,
  env: { SOCKET: '$XDG_RUNTIME_DIR/daemon' },
  // gopls has run here before: stopping or killing it while it creates its cache makes the cache unusable (gopls-index-empty).
  setup: ['gopls check m.go'],
  workers: [
    { name: 'daemon', run: 'gopls serve -listen="unix;$SOCKET"', background: true },
    // The socket is bound, and listed as UNCONN, before the daemon listens on it.
    { name: 'stop', after: 'ss -xlH | grep "LISTEN.*$SOCKET "', run: 'kill -STOP $(pids daemon | tail -n 1)' },
    { name: 'editor', after: 'exited stop', run: 'editor --phase-ms 6000 -- gopls -remote="unix;$SOCKET"' },
  ],
  mitigations: {
    'let the daemon go on': {
      run: {
        editor:
          'editor --phase-ms 15000 -- gopls -remote="unix;$SOCKET" & until ss -xl | grep "LISTEN *[1-9].*$SOCKET"; do :; done; kill -CONT $(pids daemon | tail -n 1); wait $!',
      },
    },
    'end the daemon, and start gopls again without one': {
      run: {
        editor:
          'editor --phase-ms 3000 -- gopls -remote="unix;$SOCKET" >/dev/null || { kill -KILL $(pids daemon | tail -n 1); editor --phase-ms 15000 gopls; }',
      },
    },
    'start gopls again': {
      run: {
        editor:
          'editor --phase-ms 3000 -- gopls -remote="unix;$SOCKET" >/dev/null || editor --phase-ms 6000 -- gopls -remote="unix;$SOCKET"',
      },
      expect: 'fails',
      source: 'folk advice (F7)',
    },
    'gopls without a daemon': { run: { editor: 'editor --phase-ms 15000 gopls' } },
  },
  check: stuckIn('initialize'),
  doctorFinding: 'daemon-stopped',
  needs: ['ss'],
  // The daemon is stopped only once.
  remedy: { run: { stop: 'kill -STOP $(pids daemon | tail -n 1)' } },
});

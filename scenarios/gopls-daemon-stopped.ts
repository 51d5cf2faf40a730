import { defineScenario, stuckIn } from '../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'An editor whose gopls is a client of a daemon waits for the answer to initialize without an end while that daemon is stopped: the kernel takes its connection, and nothing reads it.',
  source: 'gopls/internal/lsprpc/dialer.go: a limit for the connection only; golang/vscode-go#2914 (F19, F23)',
  cells: [{ gopls: '*', expect: 'reproduced' }],
  files: `
-- go.mod --
module example.com/m

go 1.21
-- m.go --
package m
`,
  env: { SOCKET: '$XDG_RUNTIME_DIR/daemon' },
  // gopls has been here before: one that is stopped or ended as it makes its cache leaves it unusable (gopls-index-empty).
  setup: ['gopls check m.go'],
  workers: [
    { name: 'daemon', run: 'gopls serve -listen="unix;$SOCKET"', background: true },
    // The file is there before anybody listens at it.
    { name: 'stop', after: 'ss -xlH | grep "$SOCKET "', run: 'kill -STOP $(pids daemon | tail -n 1)' },
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
  // Who stopped the daemon does so once.
  remedy: { run: { stop: 'kill -STOP $(pids daemon | tail -n 1)' } },
});

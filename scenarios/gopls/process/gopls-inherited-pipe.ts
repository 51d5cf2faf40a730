import { defineScenario, stuckIn } from '../../../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'gopls hangs although the go commands that it ran have ended: a wrapper named go starts a server that inherits its output pipe, and gopls waits for that pipe to close.',
  source: 'F16; golang/go#23019; golang.org/x/tools/internal/gocommand/invoke.go, runCmdContext',
  cells: [{ gopls: '*', expect: 'reproduced' }],
  files: `
-- go.mod --
module example.com/m

go 1.21
-- m.go --
package m
-- wrapper/go --
#!/bin/bash
if [[ ! -e $LAB/server ]]; then
  setsid sleep infinity &
  echo $! >$LAB/server
fi
exec "$REAL_GO" "$@"
-- quiet/go --
#!/bin/bash
if [[ ! -e $LAB/server ]]; then
  setsid sleep infinity >/dev/null 2>&1 &
  echo $! >$LAB/server
fi
exec "$REAL_GO" "$@"
`,
  setup: ['chmod +x wrapper/go quiet/go'],
  workers: [
    {
      name: 'editor',
      run: 'export REAL_GO=$(command -v go); PATH=$WORK/wrapper:$PATH editor --phase-ms 8000 gopls',
    },
    // Before it execs sleep, it has the name of the wrapper: go.
    { name: 'advice', after: '[[ $(</proc/$(<$LAB/server)/comm) == sleep ]]', run: ':', background: true },
  ],
  probes: { server: 'kill -0 $(<$LAB/server)' },
  mitigations: {
    'the server has its output elsewhere': {
      run: { editor: 'export REAL_GO=$(command -v go); PATH=$WORK/quiet:$PATH editor --phase-ms 30000 gopls' },
    },
    'end the server': {
      run: {
        editor: 'export REAL_GO=$(command -v go); PATH=$WORK/wrapper:$PATH editor --phase-ms 30000 gopls',
        advice: 'kill $(<$LAB/server)',
      },
    },
    'the server runs before gopls starts': {
      setup: ['REAL_GO=$(command -v go) wrapper/go version >/dev/null'],
      run: { editor: 'export REAL_GO=$(command -v go); PATH=$WORK/wrapper:$PATH editor --phase-ms 30000 gopls' },
    },
    // The server already runs and holds the pipe of the first session.
    'end gopls and start it again': {
      run: {
        editor:
          'export REAL_GO=$(command -v go) PATH=$WORK/wrapper:$PATH; editor --phase-ms 3000 gopls >/dev/null || editor --phase-ms 30000 gopls',
      },
      source: 'folk advice (F7)',
    },
    // The process that gopls started has ended; the holder of the pipe is not its child.
    'end the go commands': {
      run: {
        editor: 'export REAL_GO=$(command -v go); PATH=$WORK/wrapper:$PATH editor --phase-ms 8000 gopls',
        advice: 'for pid in $(pids editor); do if [[ $(</proc/$pid/comm) == go ]]; then kill -KILL $pid; fi; done',
      },
      expect: 'fails',
      source: 'folk advice (F7)',
    },
  },
  check: stuckIn('go env'),
  doctorFinding: 'pipe-inherited',
  remedy: { decide: 'cp $WORK/quiet/go $WORK/wrapper/go; rm $LAB/server' },
});

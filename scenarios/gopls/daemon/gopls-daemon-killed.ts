import { defineScenario, probePrints } from '../../../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'Agents that share one gopls daemon lose gopls together: when the daemon is killed, the sessions of all three end, whichever of them caused it.',
  source: 'gopls/internal/lsprpc/lsprpc.go, forwarder.ServeStream; folk advice (F19, F22)',
  cells: [{ gopls: '*', expect: 'reproduced' }],
  files: `
-- go.mod --
module example.com/m

go 1.21
-- m.go --
package m
-- driver/gopackagesdriver --
#!/bin/sh
: >"$LAB/tmp/driven"
exec sleep infinity
-- plain/go --
#!/bin/sh
# gopls then names its socket after its own path; otherwise it compiles "go tool buildid" first (gopls-daemon-cold-buildid).
if [ "$1 $2" = "tool buildid" ]; then exit 1; fi
exec "$REAL_GO" "$@"
`,
  env: { SOCKET: '$XDG_RUNTIME_DIR/daemon', REAL_GO: '$(command -v go)' },
  // gopls has run here before: killing it while it creates its cache makes the cache unusable (gopls-index-empty).
  setup: ['chmod +x driver/gopackagesdriver plain/go', 'gopls check m.go', 'mkfifo $LAB/tmp/struck'],
  workers: [
    { name: 'daemon', run: 'exec gopls serve -listen="unix;$SOCKET"', background: true },
    {
      name: 'agent',
      count: 3,
      after: 'ss -xlH | grep "LISTEN.*$SOCKET "',
      // Loaded, it waits for the strike; then it needs an answer once more.
      run: 'editor --phase-ms 20000 --loaded ": >$LAB/tmp/$COPY.loaded; read <$LAB/tmp/struck" -- gopls -remote="unix;$SOCKET" || :',
    },
    {
      name: 'strike',
      after: '[[ $(ls $LAB/tmp | grep -c loaded) == 3 ]]',
      run: 'gopls=$(pids_named gopls daemon); kill -KILL $gopls; wait_exit 9 $gopls; exec 3<>$LAB/tmp/struck; yes | head -9 >&3; until exited agent; do pause 0.05; done',
    },
    { name: 'stuck', run: ':', background: true },
  ],
  probes: {
    lost: `cd $LAB/out/worker; echo $(cat agent.*/stdout | grep -c '"stuck":"') lost gopls, $(cat agent.*/stdout | grep -c '"stuck":null') kept it`,
  },
  mitigations: {
    'a gopls for each agent, and one of them is killed': {
      run: {
        agent: 'editor --phase-ms 20000 --loaded ": >$LAB/tmp/$COPY.loaded; read <$LAB/tmp/struck" gopls || :',
        strike:
          'gopls=$(pids_named gopls agent | head -n 1); kill -KILL $gopls; wait_exit 9 $gopls; exec 3<>$LAB/tmp/struck; yes | head -9 >&3; until exited agent; do pause 0.05; done',
      },
      check: probePrints('lost', /^[023] lost/),
    },
    "one agent's own end of the connection is killed, not the daemon": {
      run: {
        strike:
          'gopls=$(pids_named gopls agent | head -n 1); kill -KILL $gopls; wait_exit 9 $gopls; exec 3<>$LAB/tmp/struck; yes | head -9 >&3; until exited agent; do pause 0.05; done',
      },
      check: probePrints('lost', /^[023] lost/),
    },
    'another agent of the daemon is stuck: its packages driver hangs': {
      run: {
        stuck:
          'until ss -xlH | grep "LISTEN.*$SOCKET "; do pause 0.05; done; editor --phase-ms 60000 --settings "{\\"build.env\\":{\\"GOPACKAGESDRIVER\\":\\"$WORK/driver/gopackagesdriver\\"}}" -- gopls -remote="unix;$SOCKET"',
        agent:
          'until [[ -e $LAB/tmp/driven ]]; do pause 0.05; done; editor --phase-ms 20000 --loaded ": >$LAB/tmp/$COPY.loaded; read <$LAB/tmp/struck" -- gopls -remote="unix;$SOCKET" || :',
        strike: 'exec 3<>$LAB/tmp/struck; yes | head -9 >&3; until exited agent; do pause 0.05; done',
      },
      check: probePrints('lost', /^[1-3] lost/),
    },
    'the daemon is stopped, not killed': {
      run: {
        agent:
          'editor --phase-ms 12000 --loaded ": >$LAB/tmp/$COPY.loaded; read <$LAB/tmp/struck" -- gopls -remote="unix;$SOCKET" || :',
        strike:
          'kill -STOP $(pids_named gopls daemon); exec 3<>$LAB/tmp/struck; yes | head -9 >&3; until exited agent; do pause 0.05; done',
      },
      expect: 'fails',
    },
    'each agent starts gopls again, with -remote=auto': {
      run: {
        agent:
          'editor --phase-ms 20000 --loaded ": >$LAB/tmp/$COPY.loaded; read <$LAB/tmp/struck" -- gopls -remote="unix;$SOCKET" >/dev/null || PATH=$WORK/plain:$PATH editor --phase-ms 20000 -- gopls -remote=auto || :',
      },
    },
    // Only -remote=auto starts a daemon.
    'each agent starts gopls again, with the socket of the old daemon': {
      run: {
        agent:
          'editor --phase-ms 20000 --loaded ": >$LAB/tmp/$COPY.loaded; read <$LAB/tmp/struck" -- gopls -remote="unix;$SOCKET" >/dev/null || editor --phase-ms 20000 -- gopls -remote="unix;$SOCKET" || :',
      },
      expect: 'fails',
    },
  },
  check: probePrints('lost', /^3 lost gopls, 0 kept/),
  needs: ['ss'],
});

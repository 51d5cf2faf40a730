import { defineScenario, failsWith, requestFails } from '../../../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'gopls mcp outlives its agent: if a process that the agent started has inherited the other end of its stdin, it stays after the agent was killed.',
  source: 'gopls/internal/mcp/mcp.go, StartStdIO: it ends when its stdin does; golang/go#76291; folk advice (F16, F17)',
  // gopls has mcp since v0.20.
  cells: [{ gopls: '>=0.20', expect: 'reproduced' }],
  files: `
-- go.mod --
module example.com/m

go 1.21
-- m.go --
package m
-- initialize --
{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"agent","version":"1"}}}
-- far/go.mod --
module example.com/far

go 1.21

require example.com/dep v1.0.0
-- far/far.go --
package far

import _ "example.com/dep"
-- proxy/example.com/dep@v1.0.0/go.mod --
module example.com/dep

go 1.21
-- proxy/example.com/dep@v1.0.0/dep.go --
package dep
`,
  // gopls has run here before: several that create its cache at once may make it unusable (gopls-index-race).
  setup: ['(cd far && go mod tidy && go clean -modcache)', 'gopls check m.go'],
  workers: [
    // The agent starts gopls mcp, and later a server for its user, which inherits all that the agent has open.
    {
      name: 'agent',
      count: 3,
      run: `
mkfifo $LAB/tmp/in.$COPY
gopls mcp <$LAB/tmp/in.$COPY >$LAB/tmp/answers.$COPY &
echo $! >$LAB/tmp/mcp.$COPY
exec 3>$LAB/tmp/in.$COPY
setsid sleep infinity &
echo $! >$LAB/tmp/server.$COPY
cat initialize >&3
wait
`,
      background: true,
    },
    {
      name: 'kill',
      // While gopls mcp loads the workspace it answers nothing, not even initialize.
      after: '[[ $(cat $LAB/tmp/answers.* | grep -c serverInfo) == 3 ]] || fault_hits',
      run: `
agents=$(cat $LAB/out/worker/agent.*/pid)
kill -KILL $agents
wait_exit 9 $agents
wait_exit 9 $(cat $LAB/tmp/mcp.*) && exit
echo left behind: $(ps -o args= $(cat $LAB/tmp/mcp.*))
exit 1
`,
    },
  ],
  mitigations: {
    'nothing else has its stdin': {
      run: {
        agent: `
mkfifo $LAB/tmp/in.$COPY
gopls mcp <$LAB/tmp/in.$COPY >$LAB/tmp/answers.$COPY &
echo $! >$LAB/tmp/mcp.$COPY
exec 3>$LAB/tmp/in.$COPY
setsid sleep infinity 3>&- &
echo $! >$LAB/tmp/server.$COPY
cat initialize >&3
wait
`,
      },
    },
    'end the process that has inherited it': {
      run: {
        kill: `
agents=$(cat $LAB/out/worker/agent.*/pid)
kill -KILL $agents
wait_exit 9 $agents
kill $(cat $LAB/tmp/server.*)
wait_exit 9 $(cat $LAB/tmp/mcp.*) && exit
echo left behind: $(ps -o args= $(cat $LAB/tmp/mcp.*))
exit 1
`,
      },
    },
    'SIGTERM for gopls mcp': {
      run: {
        kill: `
agents=$(cat $LAB/out/worker/agent.*/pid)
kill -KILL $agents
wait_exit 9 $agents
kill -TERM $(cat $LAB/tmp/mcp.*)
wait_exit 9 $(cat $LAB/tmp/mcp.*) && exit
echo left behind: $(ps -o args= $(cat $LAB/tmp/mcp.*))
exit 1
`,
      },
    },
    'setpriv --pdeathsig TERM, around gopls mcp': {
      run: {
        agent: `
mkfifo $LAB/tmp/in.$COPY
setpriv --pdeathsig TERM gopls mcp <$LAB/tmp/in.$COPY >$LAB/tmp/answers.$COPY &
echo $! >$LAB/tmp/mcp.$COPY
exec 3>$LAB/tmp/in.$COPY
setsid sleep infinity &
echo $! >$LAB/tmp/server.$COPY
cat initialize >&3
wait
`,
      },
      source: 'prctl(2), PR_SET_PDEATHSIG',
    },
    // gopls mcp reads its stdin only once it has loaded the workspace.
    'nothing else has its stdin, but gopls mcp still waits for go list': {
      run: {
        agent: `
cd far
mkfifo $LAB/tmp/in.$COPY
GOPROXY=http://127.0.0.1:8080 gopls mcp <$LAB/tmp/in.$COPY >$LAB/tmp/answers.$COPY &
echo $! >$LAB/tmp/mcp.$COPY
exec 3>$LAB/tmp/in.$COPY
cat ../initialize >&3
wait
`,
        kill: `
agents=$(cat $LAB/out/worker/agent.*/pid)
lists=$(running "^go list")
kill -KILL $agents
wait_exit 9 $agents
if wait_exit 9 $(cat $LAB/tmp/mcp.*) $lists; then exit; fi
echo left behind: $(ps -o args= $(cat $LAB/tmp/mcp.*) $lists)
exit 1
`,
      },
      fault: requestFails(/\.zip$/, 'stall'),
      check: failsWith(/left behind: gopls mcp .*go list/),
      expect: 'fails',
    },
  },
  check: failsWith(/left behind: gopls mcp gopls mcp gopls mcp/),
  needs: ['ps'],
});

import { defineScenario, failsWith, requestFails } from '../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'Closing the stdin of gopls ends it, but not its go env when it waits for that: the orphan lives on, with the lock of what it downloads.',
  source: 'gopls/internal/cache/view.go, FetchGoEnv; folk advice (F17: "close its stdin")',
  cells: [{ gopls: '*', expect: 'reproduced' }],
  files: `
-- go.mod --
module example.com/m

go 1.99.0
-- m.go --
package m
-- list/go.mod --
module example.com/list

go 1.21

require example.com/dep v1.0.0
-- list/list.go --
package list

import _ "example.com/dep"
-- proxy/example.com/dep@v1.0.0/go.mod --
module example.com/dep

go 1.21
-- proxy/example.com/dep@v1.0.0/dep.go --
package dep
`,
  setup: ['cd list && go mod tidy && go clean -modcache'],
  workers: [
    {
      name: 'editor',
      // Out of the reach of this editor, which would end all that gopls started with it; others end gopls alone.
      run: 'GOTOOLCHAIN=auto GOPROXY=http://127.0.0.1:8080 editor --phase-ms 60000 -- setsid --wait gopls',
      background: true,
    },
    {
      name: 'close',
      // The lock is taken before the request is sent.
      after: 'locks_held_by editor | grep @v/v && fault_hits',
      // Below the shell comes the editor, which is ended: it alone has the other end of that stdin.
      run: `
gopls=$(pids_named gopls editor)
until lock=$(locks_held_by editor | grep -om1 "/.*/@v/v.*lock$"); do pause 0.1; done
kill -KILL $(pids editor | sed -n 2p)
wait_exit 15 $gopls
wait_unlocked 11 $lock && exit
echo left behind: $(ps -o args= $(lock_holders $lock)) with $lock
exit 1
`,
    },
  ],
  fault: requestFails(/\.zip$/, 'stall'),
  mitigations: {
    'close it while gopls waits for go list': {
      run: { editor: 'cd list; GOPROXY=http://127.0.0.1:8080 editor --phase-ms 60000 -- setsid --wait gopls' },
    },
    'SIGTERM for gopls': {
      run: {
        close: `
gopls=$(pids_named gopls editor)
until lock=$(locks_held_by editor | grep -om1 "/.*/@v/v.*lock$"); do pause 0.1; done
kill -TERM $gopls
wait_exit 15 $gopls
wait_unlocked 3 $lock && exit
echo left behind: $(ps -o args= $(lock_holders $lock)) with $lock
exit 1
`,
      },
      expect: 'fails',
      source: 'folk advice (F7)',
    },
    'end the process group of gopls': {
      run: {
        close: `
gopls=$(pids_named gopls editor)
until lock=$(locks_held_by editor | grep -om1 "/.*/@v/v.*lock$"); do pause 0.1; done
kill -KILL -- -$gopls
wait_unlocked 3 $lock && exit
echo left behind: $(ps -o args= $(lock_holders $lock)) with $lock
exit 1
`,
      },
    },
  },
  check: failsWith(/left behind: go env .* with \S+\/@v\/\S+\.lock/),
  doctorFinding: 'orphan-holder',
  remedy: {
    run: {
      close: `
gopls=$(pids_named gopls editor)
until lock=$(locks_held_by editor | grep -om1 "/.*/@v/v.*lock$"); do pause 0.1; done
kill -KILL $(pids editor | sed -n 2p)
wait_exit 15 $gopls
wait_unlocked 11 $lock && exit
eval "$(remedy)"
wait_unlocked 3 $lock && exit
echo left behind: $(ps -o args= $(lock_holders $lock)) with $lock
exit 1
`,
    },
  },
  // Gopls cancels what it waits for and ends: now and then go env still gets its SIGINT (gopls/internal/cmd/serve.go, gocommand/invoke.go).
  trials: 3,
  needs: ['ps'],
});

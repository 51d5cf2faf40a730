import { defineScenario, failsWith, requestFails } from '../../../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'Closing the stdin of gopls ends gopls but not the go env that it waits for: the orphan lives on and holds the lock of its download.',
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
      // setsid: this editor would otherwise kill the children of gopls too; other editors kill only gopls.
      run: 'GOTOOLCHAIN=auto GOPROXY=http://127.0.0.1:8080 editor --phase-ms 60000 -- setsid --wait gopls',
      background: true,
    },
    {
      name: 'close',
      // go takes the lock before it sends the request.
      after: 'locks_held_by editor | grep @v/v && fault_hits',
      // The shell's child is the editor, the only holder of the other end of that stdin; it is killed.
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
wait_unlocked 11 $lock && exit
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
wait_unlocked 11 $lock && exit
echo left behind: $(ps -o args= $(lock_holders $lock)) with $lock
exit 1
`,
    },
  },
  // gopls cancels its commands and exits: sometimes go env still gets its SIGINT (gopls/internal/cmd/serve.go, gocommand/invoke.go).
  trials: 3,
  needs: ['ps'],
});

import { defineScenario, mountHung, probePrints, rescueFails } from '../../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'If the filesystem of the module cache does not answer (a FUSE or network mount whose server is gone), go waits forever and prints nothing.',
  source: 'golang/go#49475; fs/fuse/dev.c, request_wait_answer',
  cells: [{ expect: 'reproduced' }],
  files: `
-- go.mod --
module example.com/m

go 1.13

require example.com/dep v1.0.0
-- m.go --
package m

import _ "example.com/dep"
-- proxy/example.com/dep@v1.0.0/go.mod --
module example.com/dep

go 1.13
-- proxy/example.com/dep@v1.0.0/dep.go --
package dep
`,
  env: { GOPATH: '$LAB/mounted', GOMODCACHE: '$LAB/mounted/pkg/mod' },
  setup: ['GOPATH=$LAB/far GOMODCACHE=$LAB/far/pkg/mod go mod tidy'],
  workers: [{ name: 'list', run: 'go list -deps .' }],
  fault: mountHung('$LAB/far', '$LAB/mounted'),
  symptom: 'grep -qs request_wait_answer $(pids list | sed "s,.*,/proc/&/task/*/wchan,")',
  probes: { waiting: 'cat $(pids list | sed "s,.*,/proc/&/task/*/wchan,")' },
  mitigations: {
    'bring the server back': { rescue: 'kill -CONT $(running ^bindfs)' },
    'a module cache on a local disk': {
      env: { GOPATH: '$LAB/gopath', GOMODCACHE: '$LAB/gopath/pkg/mod' },
      avoids: true,
    },
    'end go and start it again': {
      rescue: 'kill -KILL $(pids list); timeout -s KILL 2 go list -deps .',
      check: rescueFails(),
      expect: 'fails',
      source: 'folk advice (F7)',
    },
    'GOPROXY=off': { run: { list: 'GOPROXY=off go list -deps .' }, expect: 'fails' },
  },
  check: probePrints('waiting', /request_wait_answer/),
  doctorFinding: 'filesystem-hung',
  remedy: { decide: 'kill -CONT $(pgrep -x bindfs)' },
});

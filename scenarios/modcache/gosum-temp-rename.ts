import { callFails, defineScenario, eachFailsWith } from '../../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'Concurrent go commands write go.sum through a temporary file and a rename, and fail if that rename fails (EBUSY, ESTALE, EXDEV, EACCES, EEXIST), as on NFS.',
  source: 'folk advice (F12); cmd/go/internal/modfetch/fetch.go, WriteGoSum; golang/go#37461',
  cells: [
    { go: '<1.14', expect: 'reproduced' },
    // Since 1.14 go writes go.sum in place under a flock: there is no rename to fail.
    { go: '>=1.14', expect: 'not-reproduced', avoids: true },
  ],
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
  // The module cache is warm, so the race only writes go.sum.
  setup: ['go mod tidy', 'rm go.sum'],
  workers: [
    { name: 'ebusy', run: 'go mod tidy', fault: callFails({ call: 'rename' }, 'EBUSY') },
    { name: 'estale', run: 'go mod tidy', fault: callFails({ call: 'rename' }, 'ESTALE') },
    { name: 'exdev', run: 'go mod tidy', fault: callFails({ call: 'rename' }, 'EXDEV') },
    { name: 'eacces', run: 'go mod tidy', fault: callFails({ call: 'rename' }, 'EACCES') },
    { name: 'eexist', run: 'go mod tidy', fault: callFails({ call: 'rename' }, 'EEXIST') },
  ],
  mitigations: {
    'GOSUMDB=off': { env: { GOSUMDB: 'off' }, expect: 'fails', source: 'folk advice (F13)' },
    'GOPROXY=direct': {
      run: {
        ebusy: 'GOPROXY=direct go mod tidy',
        estale: 'GOPROXY=direct go mod tidy',
        exdev: 'GOPROXY=direct go mod tidy',
        eacces: 'GOPROXY=direct go mod tidy',
        eexist: 'GOPROXY=direct go mod tidy',
      },
      expect: 'fails',
      source: 'folk advice (F14)',
    },
    'go mod tidy once before the workers': { setup: ['go mod tidy'], avoids: true, source: 'folk advice (F15)' },
    // With Go 1.13 go mod download leaves go.sum incomplete.
    'go mod download once before the workers': {
      setup: ['go mod download'],
      expect: 'fails',
      source: 'folk advice (F15)',
    },
  },
  check: eachFailsWith({
    ebusy: /writing go\.sum: rename \S+\.tmp \S+go\.sum: device or resource busy/,
    estale: /writing go\.sum: rename \S+\.tmp \S+go\.sum: stale NFS file handle/,
    exdev: /writing go\.sum: rename \S+\.tmp \S+go\.sum: invalid cross-device link/,
    eacces: /writing go\.sum: rename \S+\.tmp \S+go\.sum: permission denied/,
    eexist: /writing go\.sum: rename \S+\.tmp \S+go\.sum: file exists/,
  }),
});

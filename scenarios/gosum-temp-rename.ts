import { failsWith } from '../src/lab/check.ts';
import { callFails } from '../src/lab/fault/call-fails.ts';
import { defineScenario } from '../src/lab/scenario.ts';

export default defineScenario({
  claim:
    'Concurrent go commands write go.sum through a temporary file and a rename, and fail where that rename returns EBUSY, as on NFS.',
  source: 'folk advice (F12); cmd/go/internal/modfetch/fetch.go, WriteGoSum; golang/go issue 37461',
  cells: [
    { go: '<1.14', expect: 'reproduced' },
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
  // The module cache is warm, so that go.sum alone is written in the race.
  setup: ['go mod tidy', 'rm go.sum'],
  workers: [{ name: 'tidy', run: 'go mod tidy', count: 4 }],
  fault: callFails({ call: 'rename' }, 'EBUSY'),
  mitigations: {
    'GOSUMDB=off': { env: { GOSUMDB: 'off' }, expect: 'fails', source: 'folk advice (F13)' },
    'go mod tidy once before the workers': { setup: ['go mod tidy'], avoids: true, source: 'folk advice (F15)' },
  },
  check: failsWith(/go\.sum\S*: device or resource busy/),
  trials: 2,
});

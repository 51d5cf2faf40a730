import { defineScenario, failsWith, killedAtCall } from '../../src/lab/vocabulary.ts';

export default defineScenario({
  claim: 'Killing a download or an extraction leaves the module cache broken for the next go command.',
  source: 'folk advice (F28); cmd/go/internal/modfetch/fetch.go, download (".partial")',
  cells: [{ expect: 'not-reproduced' }],
  files: `
-- go.mod --
module example.com/m

go 1.13

require (
	example.com/a v1.0.0
	example.com/b v1.0.0
)
-- m.go --
package m

import (
	_ "example.com/a"
	_ "example.com/b"
)
-- proxy/example.com/a@v1.0.0/go.mod --
module example.com/a
-- proxy/example.com/a@v1.0.0/a.go --
package a
-- proxy/example.com/b@v1.0.0/go.mod --
module example.com/b
-- proxy/example.com/b@v1.0.0/b.go --
package b
`,
  setup: ['go mod tidy', 'go clean -modcache'],
  workers: [
    {
      name: 'download',
      run: 'go mod download',
      fault: killedAtCall({ call: 'rename', path: '$GOMODCACHE/cache/download/example.com/a/@v/v1.0.0.zip' }),
      background: true,
    },
    {
      name: 'extraction',
      run: 'go mod download',
      after: 'exited download',
      fault: killedAtCall({ call: 'open', path: '$GOMODCACHE/example.com/b@v1.0.0/b.go' }),
      background: true,
    },
    {
      name: 'next',
      after: 'exited download extraction',
      run: 'go mod download && go mod verify && go build ./...',
      fault: null,
    },
  ],
  probes: { left: 'find $GOMODCACHE/cache -name "*.tmp" -o -name "*.partial"' },
  check: failsWith(
    /not a valid zip|checksum mismatch|has been modified|expected 'package'|no such file|cannot find package/,
  ),
});

import { defineScenario, eachFailsWith, mountedCallFails } from '../../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'If a mounted filesystem such as NFS fails the rename of a module zip (EBUSY, ESTALE, EXDEV) or the lock of a module version (ENOLCK, EOPNOTSUPP), go mod download fails with that very error.',
  source:
    'cmd/go/internal/modfetch/fetch.go, downloadZip; cmd/go/internal/lockedfile/internal/filelock; golang/go#49894',
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
  // go.sum is complete, so go writes only the module cache.
  setup: ['go mod tidy', 'go clean -modcache'],
  env: {
    EBUSY: '$LAB/ebusy',
    ESTALE: '$LAB/estale',
    EXDEV: '$LAB/exdev',
    ENOLCK: '$LAB/enolck',
    EOPNOTSUPP: '$LAB/eopnotsupp',
  },
  workers: [
    {
      name: 'ebusy',
      run: 'GOPATH=$EBUSY GOMODCACHE=$EBUSY/pkg/mod go mod download',
      fault: mountedCallFails(
        '$LAB/ebusy',
        { call: 'rename', path: 'pkg/mod/cache/download/example.com/dep/@v/v1.0.0.zip' },
        'EBUSY',
      ),
    },
    {
      name: 'estale',
      run: 'GOPATH=$ESTALE GOMODCACHE=$ESTALE/pkg/mod go mod download',
      fault: mountedCallFails(
        '$LAB/estale',
        { call: 'rename', path: 'pkg/mod/cache/download/example.com/dep/@v/v1.0.0.zip' },
        'ESTALE',
      ),
    },
    {
      name: 'exdev',
      run: 'GOPATH=$EXDEV GOMODCACHE=$EXDEV/pkg/mod go mod download',
      fault: mountedCallFails(
        '$LAB/exdev',
        { call: 'rename', path: 'pkg/mod/cache/download/example.com/dep/@v/v1.0.0.zip' },
        'EXDEV',
      ),
    },
    {
      name: 'enolck',
      run: 'GOPATH=$ENOLCK GOMODCACHE=$ENOLCK/pkg/mod go mod download',
      fault: mountedCallFails(
        '$LAB/enolck',
        { call: 'flock', path: 'pkg/mod/cache/download/example.com/dep/@v/v1.0.0.lock' },
        'ENOLCK',
      ),
    },
    {
      name: 'eopnotsupp',
      run: 'GOPATH=$EOPNOTSUPP GOMODCACHE=$EOPNOTSUPP/pkg/mod go mod download',
      fault: mountedCallFails(
        '$LAB/eopnotsupp',
        { call: 'flock', path: 'pkg/mod/cache/download/example.com/dep/@v/v1.0.0.lock' },
        'EOPNOTSUPP',
      ),
    },
  ],
  mitigations: {
    'GOSUMDB=off': { env: { GOSUMDB: 'off' }, expect: 'fails', source: 'folk advice (F13)' },
    'GOFLAGS=-mod=mod': { env: { GOFLAGS: '-mod=mod' }, expect: 'fails', source: 'folk advice' },
    'a module cache on a local disk': {
      env: {
        EBUSY: '$LAB/local-1',
        ESTALE: '$LAB/local-2',
        EXDEV: '$LAB/local-3',
        ENOLCK: '$LAB/local-4',
        EOPNOTSUPP: '$LAB/local-5',
      },
      avoids: true,
    },
    'a module cache that was filled where renames and locks work': {
      setup: [
        'for name in ebusy estale exdev enolck eopnotsupp; do GOPATH=$LAB/$name.disk GOMODCACHE=$LAB/$name.disk/pkg/mod go mod download; done',
      ],
      avoids: true,
      source: 'folk advice (F15)',
    },
  },
  check: eachFailsWith({
    ebusy: /rename \S+\.zip\S+ \S+\.zip: device or resource busy/,
    estale: /rename \S+\.zip\S+ \S+\.zip: stale (NFS )?file handle/,
    exdev: /rename \S+\.zip\S+ \S+\.zip: invalid cross-device link/,
    enolck: /[Ll]ock \S+: no locks available/,
    eopnotsupp: /[Ll]ock \S+: operation not supported/,
  }),
});

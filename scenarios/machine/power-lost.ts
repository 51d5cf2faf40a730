import { defineScenario, failsWith, powerLost } from '../../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'After a power loss go takes the empty files of its module cache for whole, and the build fails. Of all go commands only go clean -modcache helps.',
  source:
    'golang/go#27952; golang/go#37242; cmd/go/internal/modfetch/fetch.go, downloadZip and unzip (Go 1.16 and older synced the zip and the go.mod, cmd/go/internal/renameio); Documentation/admin-guide/ext4.rst, auto_da_alloc',
  cells: [{ expect: 'reproduced' }],
  files: `
-- go.mod --
module example.com/m

go 1.13

require example.com/dep v1.0.0
-- m.go --
package m

import "example.com/dep"

var M = dep.A
-- remove.sh --
chmod -R u+w $GOMODCACHE/example.com/dep@v1.0.0
rm -r $GOMODCACHE/example.com/dep@v1.0.0
rm $GOMODCACHE/cache/download/example.com/dep/@v/v1.0.0.{info,mod,zip,ziphash}
-- proxy/example.com/dep@v1.0.0/go.mod --
module example.com/dep

go 1.13
-- proxy/example.com/dep@v1.0.0/a.go --
package dep

const A = 1
`,
  env: { GOPATH: '$LAB/disk', GOMODCACHE: '$LAB/disk/pkg/mod' },
  // go.sum is complete, and on another disk.
  setup: ['GOPATH=$LAB/warm GOMODCACHE=$LAB/warm/pkg/mod go mod tidy'],
  // The names were committed, the data was not written yet: up to half a minute after the download.
  fault: powerLost('$LAB/disk', { worker: 'download', at: 'create', path: 'off', lost: 'data' }),
  workers: [
    { name: 'download', run: 'go mod download; touch $LAB/disk/off', background: true },
    { name: 'build', after: 'exited download && power_back', run: 'go build ./...' },
  ],
  probes: {
    lost: 'cat $LAB/out/hold/0',
    verify: 'go mod verify 2>&1 || true',
  },
  mitigations: {
    'sync each file after the download': {
      run: { download: 'go mod download; find $GOMODCACHE -type f -exec sync {} +; touch $LAB/disk/off' },
      avoids: true,
    },
    'go clean -modcache': { run: { build: 'go clean -modcache; go build ./...' } },
    'remove all files of that version': { run: { build: 'bash remove.sh; go build ./...' } },
    // Since Go 1.19 the build cache keeps an index of the empty folder.
    'go clean -modcache and go clean -cache, once a build has failed': {
      run: { build: 'go build ./... || { go clean -modcache && go clean -cache && go build ./...; }' },
    },
    'restore the module cache from an archive, over nothing': {
      setup: ['tar -C $LAB/warm/pkg/mod -cf $LAB/warm.tar .'],
      run: { build: 'go clean -modcache; mkdir -p $GOMODCACHE; tar -C $GOMODCACHE -xf $LAB/warm.tar; go build ./...' },
    },
    'the power lost during the extraction, and the zip was synced': {
      fault: powerLost('$LAB/disk', {
        worker: 'download',
        at: 'create',
        path: 'pkg/mod/example.com/dep@v1.0.0*/a.go',
        lost: 'data',
      }),
      setup: [
        'GOPATH=$LAB/disk.disk GOMODCACHE=$LAB/disk.disk/pkg/mod go mod download',
        'chmod -R u+w $LAB/disk.disk/pkg/mod/example.com && rm -r $LAB/disk.disk/pkg/mod/example.com',
      ],
    },
    'the power lost after the extraction, and the zip was synced': {
      setup: [
        'GOPATH=$LAB/disk.disk GOMODCACHE=$LAB/disk.disk/pkg/mod go mod download',
        'chmod -R u+w $LAB/disk.disk/pkg/mod/example.com && rm -r $LAB/disk.disk/pkg/mod/example.com',
      ],
      expect: 'fails',
    },
    'files of the right length, full of zeros: data=writeback': {
      fault: powerLost('$LAB/disk', { worker: 'download', at: 'create', path: 'off', lost: 'contents' }),
      expect: 'fails',
    },
    'remove only the empty go.mod in cache/download': {
      run: { build: 'rm $GOMODCACHE/cache/download/example.com/dep/@v/v1.0.0.mod; go build ./...' },
      expect: 'fails',
    },
    'go mod download': { run: { build: 'go mod download || :; go build ./...' }, expect: 'fails' },
    'go mod tidy': { run: { build: 'go mod tidy || :; go build ./...' }, expect: 'fails' },
    'go mod verify': { run: { build: 'go mod verify || :; go build ./...' }, expect: 'fails' },
    'go clean -cache': { run: { build: 'go clean -cache; go build ./...' }, expect: 'fails' },
    'GOSUMDB=off': { env: { GOSUMDB: 'off' }, expect: 'fails', source: 'folk advice (F13)' },
    'delete the lock files': {
      run: { build: 'find $GOMODCACHE -name "*.lock" -delete; go build ./...' },
      expect: 'fails',
      source: 'folk advice (F6)',
    },
  },
  check: failsWith(/checksum mismatch|expected 'package', found|not a valid zip|unexpected NUL in input/),
  doctorFinding: 'module-damaged',
});

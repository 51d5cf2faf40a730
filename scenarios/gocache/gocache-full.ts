import { defineScenario, diskFull, failsWith } from '../../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'With a full disk under GOCACHE, go build claims that a package of the standard library "is not in std" and does not mention the disk, if the importing file was saved in the last two seconds.',
  source: 'golang/go#60076; cmd/go/internal/modindex/read.go, IsStandardPackage and modTimeCutoff',
  cells: [
    // No module index yet: go silently rebuilds what it could not store.
    { go: '<1.19', expect: 'not-reproduced' },
    { expect: 'reproduced' },
  ],
  files: `
-- go.mod --
module example.com/m

go 1.13
-- m.go --
package m

import "container/list"

var L list.List
`,
  env: { GOCACHE: '$LAB/full/gocache' },
  // As if saved just now, however long the trial takes.
  setup: ['touch -d "1 hour" m.go'],
  workers: [{ name: 'build', run: 'go build .' }],
  fault: diskFull('$LAB/full', 'bytes'),
  mitigations: {
    'make room': { run: { build: 'rm -r $LAB/full/ballast; go build .' }, avoids: true },
    'GOCACHE on another disk': { env: { GOCACHE: '$LAB/gocache' }, avoids: true },
    'start go again': {
      run: { build: 'go build . || go build .' },
      expect: 'fails',
      source: 'folk advice (F7)',
    },
    // Something else fills the disk.
    'go clean -cache': {
      run: { build: 'go build . || { go clean -cache; go build .; }' },
      expect: 'fails',
    },
    'TMPDIR on another disk': { env: { TMPDIR: '$LAB/home' }, expect: 'fails' },
    // Then the index of its own package is the first that go cannot store, and go names the disk.
    'a file that was saved long ago': {
      setup: ['touch -d "1 hour ago" *'],
      check: failsWith(/write \S+: no space left on device/),
      expect: 'fails',
    },
    'GOROOT set to where go lies': {
      run: { build: 'GOROOT=$(go env GOROOT) go build .' },
      expect: 'fails',
      source: 'folk advice on "is not in std"',
    },
  },
  check: failsWith(/package container\/list is not in (std|GOROOT)/),
  doctorFinding: 'disk-full',
  remedy: { decide: 'rm -r $LAB/full/ballast' },
});

import { defineScenario, diskFull, failsWith } from '../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'go build says that a package of the standard library "is not in std", and nothing of the disk, where there is no room for GOCACHE and the file that imports it was saved in the last two seconds.',
  source: 'golang/go#60076; cmd/go/internal/modindex/read.go, IsStandardPackage and modTimeCutoff',
  cells: [
    // There is no module index: what cannot be stored is built again at the next time, and go says nothing.
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
    // What fills the disk is not of Go.
    'go clean -cache': {
      run: { build: 'go build . || { go clean -cache; go build .; }' },
      expect: 'fails',
    },
    'TMPDIR on another disk': { env: { TMPDIR: '$LAB/home' }, expect: 'fails' },
    // The index of its own package is then the first that cannot be stored, and go names the disk.
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

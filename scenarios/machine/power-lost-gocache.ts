import { defineScenario, failsWith, powerLost } from '../../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'After a power loss an output in the build cache may have its length but not its bytes. go compares only the length, and every build that needs the output fails.',
  source: 'cmd/go/internal/cache/cache.go, GetFile, put: no fsync; Documentation/admin-guide/ext4.rst, data=writeback',
  cells: [{ expect: 'reproduced' }],
  files: `
-- go.mod --
module example.com/m

go 1.13
-- m.go --
package m

import "example.com/m/p"

const M = p.A
-- p/p.go --
package p

const A = 1
`,
  // Whether go keeps an index of these files depends on their age, so an arm of its own has it.
  env: { GOCACHE: '$LAB/disk/gocache', GODEBUG: 'goindex=0' },
  fault: powerLost('$LAB/disk', { worker: 'before', at: 'create', path: 'off', lost: 'contents' }),
  workers: [
    {
      name: 'before',
      // The small files that name the outputs are on the disk already.
      run: 'go build ./...; find $GOCACHE -name "*-a" -exec sync {} +; touch $LAB/disk/off',
      background: true,
    },
    { name: 'build', after: 'exited before && power_back', run: 'echo "const N = p.A" >>m.go; go build ./...' },
  ],
  mitigations: {
    'the length is lost as well: data=ordered': {
      fault: powerLost('$LAB/disk', { worker: 'before', at: 'create', path: 'off', lost: 'data' }),
    },
    'the files that name the outputs are lost as well': { run: { before: 'go build ./...; touch $LAB/disk/off' } },
    'sync each output after the build': {
      run: { before: 'go build ./...; find $GOCACHE -type f -exec sync {} +; touch $LAB/disk/off' },
      avoids: true,
    },
    'go clean -cache': { run: { build: 'echo "const N = p.A" >>m.go; go clean -cache; go build ./...' } },
    'go build -a, then go build': {
      run: { build: 'echo "const N = p.A" >>m.go; go build -a ./... && go build ./...' },
      // The output of the old m.go is still damaged, and nothing asks for it.
      causeStays: true,
    },
    'with the module index, which is lost as well': {
      setup: ['touch -d "1 hour ago" go.mod m.go p/p.go'],
      env: { GODEBUG: '' },
      expect: 'fails',
    },
    'start go again': {
      run: { build: 'echo "const N = p.A" >>m.go; go build ./... || go build ./...' },
      expect: 'fails',
    },
    'go clean -testcache': {
      run: { build: 'echo "const N = p.A" >>m.go; go clean -testcache; go build ./...' },
      expect: 'fails',
    },
    'go clean -modcache': {
      run: { build: 'echo "const N = p.A" >>m.go; go clean -modcache; go build ./...' },
      expect: 'fails',
    },
  },
  check: failsWith(/could not import|reading input: EOF|corrupt index/),
  doctorFinding: 'build-cache-damaged',
  remedy: {
    run: { build: 'echo "const N = p.A" >>m.go; go build ./... || :; eval "$(remedy)"; go build ./...' },
  },
});

import { defineScenario, probePrints } from '../../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'The first go build in a second git worktree compiles every package of the module again, though GOCACHE is shared: their folder is part of what is looked up.',
  source: 'cmd/go/internal/work/exec.go, buildActionID: "compile" and the folder, unless -trimpath',
  cells: [{ expect: 'reproduced' }],
  files: `
-- go.mod --
module example.com/m

go 1.13

require example.com/dep v1.0.0
-- go.sum --
-- one/one.go --
package one

import "example.com/dep"

var V = dep.V
-- two/two.go --
package two
-- proxy/example.com/dep@v1.0.0/dep.go --
package dep

var V = 1
`,
  setup: [
    'go mod download example.com/dep; go build ./...',
    'git init -q .; git add .; git -c user.name=a -c user.email=a@example.com commit -qm a',
    'git worktree add -q $LAB/second',
  ],
  workers: [{ name: 'build', run: 'go build ./... && cd $LAB/second && go build -v ./...' }],
  probes: { compiled: 'cat $LAB/out/worker/build.0/std*' },
  mitigations: {
    '-trimpath in both': { env: { GOFLAGS: '-trimpath' } },
    '-trimpath in the second alone': {
      run: { build: 'go build ./... && cd $LAB/second && go build -v -trimpath ./...' },
      expect: 'fails',
    },
    // The flag itself is part of what is looked up.
    'the compiler alone trims the path of each': {
      run: {
        build:
          'go build -gcflags=all=-trimpath=$PWD ./... && cd $LAB/second && go build -v -gcflags=all=-trimpath=$PWD ./...',
      },
      expect: 'fails',
    },
    'a symlink to the first in place of a worktree': {
      run: {
        build: 'go build ./... && ln -s $WORK $LAB/link && cd $LAB/link && go build -v ./...',
      },
      expect: 'fails',
    },
    'a GOCACHE of its own': {
      run: { build: 'go build ./... && cd $LAB/second && GOCACHE=$LAB/own go build -v ./...' },
      expect: 'fails',
    },
  },
  check: probePrints('compiled', /^example\.com\/m\/(?:one|two)$/m),
});

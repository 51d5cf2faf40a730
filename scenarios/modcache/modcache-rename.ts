import { callFails, defineScenario, eachFailsWith, rescueFails } from '../../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'On a cold module cache go fails if a rename there fails (EBUSY, ESTALE, EXDEV, EACCES, EEXIST): it writes a module zip under a temporary name first.',
  source: 'cmd/go/internal/modfetch/fetch.go, downloadZip; golang/go#36447',
  cells: [{ expect: 'reproduced' }],
  files: `
-- go.mod --
module example.com/m

go 1.13

require example.com/dep.git v1.0.0
-- m.go --
package m

import _ "example.com/dep.git"
-- proxy/example.com/dep.git@v1.0.0/go.mod --
module example.com/dep.git

go 1.13
-- proxy/example.com/dep.git@v1.0.0/dep.go --
package dep
`,
  // go.sum is complete, so go writes only the module cache.
  setup: ['go mod tidy', 'go clean -modcache'],
  workers: [
    {
      name: 'ebusy',
      run: 'go mod download',
      fault: callFails(
        { call: 'rename', path: '$GOMODCACHE/cache/download/example.com/dep.git/@v/v1.0.0.zip' },
        'EBUSY',
      ),
    },
    {
      name: 'estale',
      run: 'go mod download',
      fault: callFails(
        { call: 'rename', path: '$GOMODCACHE/cache/download/example.com/dep.git/@v/v1.0.0.zip' },
        'ESTALE',
      ),
    },
    {
      name: 'exdev',
      run: 'go mod download',
      fault: callFails(
        { call: 'rename', path: '$GOMODCACHE/cache/download/example.com/dep.git/@v/v1.0.0.zip' },
        'EXDEV',
      ),
    },
    {
      name: 'eacces',
      run: 'go mod download',
      fault: callFails(
        { call: 'rename', path: '$GOMODCACHE/cache/download/example.com/dep.git/@v/v1.0.0.zip' },
        'EACCES',
      ),
    },
    {
      name: 'eexist',
      run: 'go mod download',
      fault: callFails(
        { call: 'rename', path: '$GOMODCACHE/cache/download/example.com/dep.git/@v/v1.0.0.zip' },
        'EEXIST',
      ),
    },
  ],
  symptom: 'exited ebusy estale exdev eacces eexist',
  mitigations: {
    'GOSUMDB=off': { env: { GOSUMDB: 'off' }, expect: 'fails', source: 'folk advice (F13)' },
    'GOPROXY=direct': {
      // The module comes from a git repository with the same contents; git's insteadOf points into the sandbox.
      setup: [
        'git init -q $LAB/remote/dep.git && cd $LAB/remote/dep.git',
        'printf "module example.com/dep.git\n\ngo 1.13\n" >go.mod && echo "package dep" >dep.go && git add .',
        'git -c user.name=lab -c user.email=lab@example.com commit -qm dep && git tag v1.0.0',
        'git config --global url."$LAB/remote/".insteadOf https://example.com/',
      ],
      run: {
        ebusy: 'GOPROXY=direct go mod download',
        estale: 'GOPROXY=direct go mod download',
        exdev: 'GOPROXY=direct go mod download',
        eacces: 'GOPROXY=direct go mod download',
        eexist: 'GOPROXY=direct go mod download',
      },
      expect: 'fails',
      source: 'folk advice (F14)',
    },
    'go mod download once before the workers': {
      setup: ['go mod download'],
      avoids: true,
      source: 'folk advice (F15)',
    },
    'go mod tidy once before the workers': { setup: ['go mod tidy'], avoids: true, source: 'folk advice (F15)' },
    'the same command again, once the rename works': {
      rescue: 'go mod download && go mod verify && go list -deps ./...',
      check: rescueFails(),
    },
  },
  check: eachFailsWith({
    ebusy: /rename \S+\.zip\S+ \S+\.zip: device or resource busy/,
    estale: /rename \S+\.zip\S+ \S+\.zip: stale (NFS )?file handle/,
    exdev: /rename \S+\.zip\S+ \S+\.zip: invalid cross-device link/,
    eacces: /rename \S+\.zip\S+ \S+\.zip: permission denied/,
    eexist: /rename \S+\.zip\S+ \S+\.zip: file exists/,
  }),
  needs: ['git'],
});

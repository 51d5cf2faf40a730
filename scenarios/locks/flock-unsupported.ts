import { callFails, defineScenario, eachFailsWith } from '../../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'If flock fails (ENOLCK, ENOSYS, EOPNOTSUPP, EIO), as on a network filesystem without locks, go has no fallback and fails at once.',
  source: 'cmd/go/internal/lockedfile/internal/filelock; golang/go#37461; golang/go#48572; golang/go#49894',
  cells: [{ expect: 'reproduced' }],
  files: `
-- go.mod --
module example.com/m

go 1.13

require example.com/dep v1.0.0
-- m.go --
package m
-- proxy/example.com/dep@v1.0.0/go.mod --
module example.com/dep
-- proxy/example.com/dep@v1.0.0/dep.go --
package dep
`,
  workers: [
    { name: 'enolck', run: 'go mod download', fault: callFails({ call: 'flock' }, 'ENOLCK') },
    { name: 'enosys', run: 'go mod download', fault: callFails({ call: 'flock' }, 'ENOSYS') },
    { name: 'eopnotsupp', run: 'go mod download', fault: callFails({ call: 'flock' }, 'EOPNOTSUPP') },
    { name: 'eio', run: 'go mod download', fault: callFails({ call: 'flock' }, 'EIO') },
  ],
  mitigations: {
    'run it again': {
      run: {
        enolck: 'go mod download || go mod download',
        enosys: 'go mod download || go mod download',
        eopnotsupp: 'go mod download || go mod download',
        eio: 'go mod download || go mod download',
      },
      expect: 'fails',
    },
    'workspace and GOPATH on a disk with locks': {
      fault: callFails({ call: 'flock', path: '$LAB/the-other-disk' }, 'ENOLCK'),
      avoids: true,
    },
    'GOFLAGS=-mod=mod': { env: { GOFLAGS: '-mod=mod' }, expect: 'fails', source: 'folk advice' },
  },
  check: eachFailsWith({
    enolck: /[Ll]ock \S+: no locks available/,
    enosys: /[Ll]ock \S+: function not implemented/,
    eopnotsupp: /[Ll]ock \S+: operation not supported/,
    eio: /[Ll]ock \S+: input\/output error/,
  }),
  doctorFinding: 'flock-unsupported',
  remedy: {
    none: 'the fault hits every flock on any disk; the one of gocache-trim-lock hits a single folder',
  },
});

import { defineScenario, failsWith } from '../../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    "If a crash leaves git's own lock file in go's clone of a repository, the next go command that fetches a version from it fails.",
  source:
    'dependabot/dependabot-core#15015; werf/werf#4891; cmd/go/internal/modfetch/codehost/git.go: go locks cache/vcs/HASH.lock, git a shallow.lock within',
  cells: [{ expect: 'reproduced' }],
  files: `
-- go.mod --
module example.com/m

go 1.13
-- remote/go.mod --
module example.com/dep.git
-- remote/dep.go --
package dep
`,
  // git fetches example.com from a repository in the sandbox.
  env: {
    GOPRIVATE: 'example.com',
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: 'url.file://$LAB/remote/.insteadOf',
    GIT_CONFIG_VALUE_0: 'https://example.com/',
  },
  setup: [
    'mkdir $LAB/remote && mv remote $LAB/remote/dep.git && cd $LAB/remote/dep.git && git init -q && git add .',
    'git -c user.name=lab -c user.email=lab@example.com commit -qm first && git tag v1.0.0',
    '(cd $WORK && go mod download example.com/dep.git@v1.0.0)',
    'git -c user.name=lab -c user.email=lab@example.com commit -qm second --allow-empty && git tag v1.1.0',
    'for clone in $GOMODCACHE/cache/vcs/*/; do touch ${clone}shallow.lock; done',
  ],
  workers: [{ name: 'download', run: 'go mod download example.com/dep.git@v1.1.0' }],
  mitigations: {
    'remove the lock when no git works in that clone': {
      setup: [
        'for clone in $GOMODCACHE/cache/vcs/*/; do ! ls -l /proc/[0-9]*/cwd 2>/dev/null | grep -q "${clone%/}" && rm ${clone}shallow.lock; done',
      ],
    },
    'run it again': {
      run: {
        download: 'go mod download example.com/dep.git@v1.1.0 || go mod download example.com/dep.git@v1.1.0',
      },
      // The first try falls back to fetching all refs, and the second finds them. The lock remains for the next new version.
      causeStays: true,
    },
    'go clean -modcache': { setup: ['cd $WORK && go clean -modcache'] },
    'a module cache of its own': {
      run: { download: 'GOMODCACHE=$LAB/own GOPATH=$LAB/own-gopath go mod download example.com/dep.git@v1.1.0' },
      causeStays: true,
    },
    "delete go's lock files": {
      setup: ['rm $GOMODCACHE/cache/vcs/*.lock'],
      expect: 'fails',
      source: 'folk advice (F6)',
    },
    'go clean -cache': { setup: ['go clean -cache'], expect: 'fails' },
    'GOSUMDB=off': { env: { GOSUMDB: 'off' }, expect: 'fails', source: 'folk advice (F13)' },
  },
  check: failsWith(/shallow\.lock': File exists/),
  doctorFinding: 'git-lock-left',
  needs: ['git'],
  // The failing command leaves a clone that satisfies the next one.
  remedy: { run: { download: 'eval "$(remedy)"; go mod download example.com/dep.git@v1.1.0' } },
});

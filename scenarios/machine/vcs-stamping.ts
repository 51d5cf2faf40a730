import { defineScenario, eachFailsWith } from '../../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'go build and go list fail with "error obtaining VCS status: exit status 128" if git refuses the repository of the package: it is broken or belongs to another user.',
  source: 'golang/go#64275; golang/go#59103; cmd/go/internal/load/pkg.go, setBuildInfo',
  cells: [
    // Stamping came with 1.18.
    { go: '<1.18', expect: 'not-reproduced' },
    { expect: 'reproduced' },
  ],
  files: `
-- go.mod --
module example.com/m

go 1.13
-- main.go --
package main

func main() {}
`,
  setup: [
    'git init -q',
    'rm .git/HEAD',
    'mkdir $LAB/theirs && cp go.mod main.go $LAB/theirs && git init -q $LAB/theirs',
  ],
  workers: [
    // With -n go loads and stamps packages but compiles nothing.
    { name: 'build', run: 'go build -n .' },
    { name: 'list', run: 'go list .' },
    // A variable of git's own tests: git then assumes another owner, as in a container with mounted sources.
    { name: 'owner', run: 'cd $LAB/theirs && GIT_TEST_ASSUME_DIFFERENT_OWNER=1 go list .' },
  ],
  mitigations: {
    '-buildvcs=false': {
      run: {
        build: 'export GOFLAGS=-buildvcs=false; $DOCTOR --at end; go build -n .',
        list: 'go list -buildvcs=false .',
        owner: 'cd $LAB/theirs && GIT_TEST_ASSUME_DIFFERENT_OWNER=1 go list -buildvcs=false .',
      },
    },
    'a whole repository, and safe.directory for that of another user': {
      setup: ['git init -q', 'git config --global --add safe.directory $LAB/theirs'],
    },
    'GOFLAGS=-trimpath': { env: { GOFLAGS: '-trimpath' }, expect: 'fails' },
    'go clean -cache -modcache': { setup: ['go clean -cache -modcache'], expect: 'fails', source: 'folk advice (F1)' },
    'git init, with the owner as it is': {
      setup: ['rm -r $LAB/theirs/.git && git init -q $LAB/theirs'],
      expect: 'fails',
    },
  },
  check: eachFailsWith({
    build: /error obtaining VCS status: exit status 128/,
    list: /error obtaining VCS status: exit status 128/,
    owner: /error obtaining VCS status: exit status 128/,
  }),
  doctorFinding: 'vcs-stamping',
  needs: ['git'],
  remedy: {
    run: {
      owner:
        'cd $LAB/theirs; export GIT_TEST_ASSUME_DIFFERENT_OWNER=1; go list . >/dev/null 2>&1 || :; eval "$(remedy)"; go list .',
    },
    causeStays: true,
  },
});

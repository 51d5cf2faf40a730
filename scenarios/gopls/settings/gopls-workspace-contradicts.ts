import { defineScenario, editorShows } from '../../../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'gopls has no packages if the files of the workspace contradict each other or the flags: a go.work older than its modules, a vendor folder that contradicts go.mod, -mod=mod with a go.work, conflict markers of a merge.',
  source: 'cmd/go/internal/modload/init.go; cmd/go/internal/modload/vendor.go, checkVendorConsistency',
  cells: [{ gopls: '*', go: '>=1.22', expect: 'reproduced' }],
  files: `
-- go.work --
use ./a
-- a/go.mod --
module example.com/a

go 1.21
-- a/a.go --
package a
-- vendored/go.mod --
module example.com/m

go 1.21

require example.com/dep v1.0.0
-- vendored/go.sum --
-- vendored/m.go --
package m

import _ "example.com/dep"
-- proxy/example.com/dep@v1.0.0/go.mod --
module example.com/dep

go 1.21
-- proxy/example.com/dep@v1.0.0/dep.go --
package dep
`,
  workers: [{ name: 'editor', run: 'editor --phase-ms 20000 gopls' }],
  mitigations: {
    'go work use': { run: { editor: 'go work use; editor --phase-ms 20000 gopls' } },
    'GOWORK=off, in the folder of the module': {
      run: { editor: 'cd a; GOWORK=off editor --phase-ms 20000 gopls' },
    },
    'GOFLAGS=-mod=mod': { run: { editor: 'GOFLAGS=-mod=mod editor --phase-ms 20000 gopls' }, expect: 'fails' },
    'go work use, with -mod=mod': {
      run: { editor: 'go work use; GOFLAGS=-mod=mod editor --phase-ms 20000 gopls' },
      expect: 'fails',
    },
    'end gopls and start it again': {
      run: { editor: 'editor --phase-ms 20000 gopls >/dev/null; editor --phase-ms 20000 gopls' },
      expect: 'fails',
      source: 'folk advice (F7)',
    },
    'a vendor folder without its list': {
      run: {
        editor:
          'export GOWORK=off; cd vendored; go mod tidy; go mod vendor; : >vendor/modules.txt; editor --phase-ms 20000 gopls',
      },
      expect: 'fails',
    },
    'a vendor folder without its list, and go mod vendor': {
      run: {
        editor:
          'export GOWORK=off; cd vendored; go mod tidy; go mod vendor; : >vendor/modules.txt; go mod vendor; editor --phase-ms 20000 gopls',
      },
    },
    'the marks of a merge in go.mod': {
      run: {
        editor:
          'export GOWORK=off; cd a; printf "%s\\n" "<<<<<<< HEAD" "=======" ">>>>>>> theirs" >>go.mod; editor --phase-ms 20000 gopls',
      },
      expect: 'fails',
    },
  },
  check: editorShows(
    /requires go >= [\d.]+, but go\.work|-mod may only be set to readonly or vendor when in workspace mode|inconsistent vendoring|unknown directive: <<<<<<</,
  ),
  doctorFinding: 'workspace-contradicts',
});

import { callDelayed, defineScenario, failsWith } from '../../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'go clean -modcache makes a running go mod download fail: it takes no lock and deletes the file that the download is about to rename.',
  source: 'F26; cmd/go/internal/clean/clean.go: RemoveAll without lockVersion',
  cells: [{ expect: 'reproduced' }],
  files: `
-- go.mod --
module example.com/m
-- proxy/example.com/dep@v1.0.0/dep.go --
package dep
`,
  workers: [
    { name: 'download', run: 'go mod download example.com/dep@v1.0.0' },
    {
      name: 'clean',
      // Written when the zip is complete; only the rename remains.
      after: '[[ -s $GOMODCACHE/cache/download/example.com/dep/@v/v1.0.0.ziphash ]]',
      run: 'go clean -modcache',
      fault: null,
    },
  ],
  fault: callDelayed({ call: 'rename', path: '$GOMODCACHE/cache/download/example.com/dep/@v/v1.0.0.zip' }, 6000),
  mitigations: {
    'wait for the go commands to end, then clean': {
      run: {
        clean: 'wait_exit 40 $(<$LAB/out/worker/download.0/pid); go clean -modcache',
      },
    },
    'a module cache of its own for each': {
      run: { clean: 'GOMODCACHE=$LAB/own GOPATH=$LAB/own-gopath go clean -modcache' },
    },
    'start the download again': {
      run: { download: 'go mod download example.com/dep@v1.0.0 || go mod download example.com/dep@v1.0.0' },
    },
    'rm -rf in place of go clean': {
      run: { clean: 'chmod -R u+w $GOMODCACHE; rm -rf $GOMODCACHE' },
      expect: 'fails',
      source: 'folk advice (F27)',
    },
  },
  check: failsWith(/rename \S+ \S+: no such file or directory/),
});

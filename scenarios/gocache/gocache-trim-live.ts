import { defineScenario, failsWith } from '../../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'go clean -cache makes a running go build fail: the build has looked up an output, and its compiler finds no such file.',
  source: 'folk advice (F26); cmd/go/internal/cache/cache.go: OutputFile, markUsed, mtimeInterval',
  cells: [{ expect: 'reproduced' }],
  files: `
-- go.mod --
module example.com/m

go 1.13
-- dep/dep.go --
package dep

var V = 1
-- use/use.go --
package use

import "example.com/m/dep"

var V = dep.V
-- other/other.go --
package other
-- slow.sh --
# The compiler of one package waits until the trim is over: go has looked up by then what it imports.
if [[ " $* " == *" -p example.com/m/use "* ]]; then
  : >$LAB/tmp/looked-up
  until [[ -e $LAB/tmp/trimmed ]]; do read -rt 0.05 <> <(:); done
fi
exec "$@"
`,
  setup: [
    'go build -toolexec "bash $WORK/slow.sh" ./dep ./other',
    // All was last used ten days ago.
    'find $GOCACHE -name "*-[ad]" -exec touch -d "10 days ago" {} +',
  ],
  workers: [
    { name: 'build', run: 'go build -toolexec "bash $WORK/slow.sh" ./use' },
    {
      name: 'trim',
      after: '[[ -e $LAB/tmp/looked-up ]]',
      run: 'go clean -cache; : >$LAB/tmp/trimmed',
    },
  ],
  mitigations: {
    // A lookup renews both times once the modification time is an hour old.
    'by modification time, in days': {
      run: { trim: 'find $GOCACHE -name "*-[ad]" -mtime +5 -delete; : >$LAB/tmp/trimmed' },
      causeStays: true,
    },
    'by access time, in days': {
      run: { trim: 'find $GOCACHE -name "*-[ad]" -atime +5 -delete; : >$LAB/tmp/trimmed' },
    },
    "go's own trim": {
      run: {
        trim: 'date -d "2 days ago" +%s >$GOCACHE/trim.txt; go build ./other; : >$LAB/tmp/trimmed',
      },
    },
    // A younger time is not renewed.
    'by modification time, in less than an hour': {
      setup: ['find $GOCACHE -name "*-[ad]" -exec touch -d "50 minutes ago" {} +'],
      run: { trim: 'find $GOCACHE -name "*-[ad]" -mmin +30 -delete; : >$LAB/tmp/trimmed' },
      expect: 'fails',
    },
    'the outputs alone, the largest first': {
      run: {
        trim: 'find $GOCACHE -name "*-d" -printf "%s %p\\n" | sort -rn | cut -d" " -f2 | head -2 | xargs rm -rf; : >$LAB/tmp/trimmed',
      },
      expect: 'fails',
    },
  },
  check: failsWith(/(?:open|find|import).*-d(?:\)|:|")?.*no such file or directory/),
});

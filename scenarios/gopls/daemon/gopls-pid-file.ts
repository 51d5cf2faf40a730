import { anyOf, defineScenario, editorShows, stuckIn } from '../../../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'A gopls.pid in the cache folder of gopls keeps a new gopls from starting, whether it names a dead process or a live process holds a lock on it.',
  source: 'folk advice (F1, F9); gopls/internal/filecache creates no such file and takes no lock',
  cells: [{ gopls: '*', expect: 'not-reproduced' }],
  files: `
-- go.mod --
module example.com/m

go 1.21
-- main.go --
package main

func main() {}
`,
  // A first session creates the folder $XDG_CACHE_HOME/gopls/<hash>; each worker gets its own copy.
  setup: [
    'editor gopls',
    'mkdir $LAB/dead $LAB/live $HOME/.cache',
    'for cache in $LAB/dead $LAB/live $HOME/.cache; do cp -a $XDG_CACHE_HOME/gopls $cache; done',
    `for pid in $LAB/dead/gopls/* $HOME/.cache/gopls/*; do bash -c 'echo $$' >$pid/gopls.pid; done`,
  ],
  workers: [
    { name: 'dead', run: 'XDG_CACHE_HOME=$LAB/dead editor --phase-ms 15000 gopls' },
    {
      name: 'live',
      run: 'cd $LAB/live/gopls/*; exec 5>gopls.pid; flock 5; echo $$ >&5; cd $WORK; XDG_CACHE_HOME=$LAB/live editor --phase-ms 15000 gopls 5>&-',
    },
    { name: 'home', run: 'unset XDG_CACHE_HOME; editor --phase-ms 15000 gopls' },
  ],
  mitigations: {
    'remove the file when kill -0 says that its process is gone': {
      run: {
        dead: 'for pid in $LAB/dead/gopls/*/gopls.pid; do kill -0 $(<$pid) || rm $pid; done; XDG_CACHE_HOME=$LAB/dead editor --phase-ms 15000 gopls',
      },
      source: 'folk advice (F9)',
    },
  },
  check: anyOf(stuckIn('initialize', /no answer within|the server ended/), editorShows(/gopls\.pid/)),
  doctorFinding: 'folk-files',
});

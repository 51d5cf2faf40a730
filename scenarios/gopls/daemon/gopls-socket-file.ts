import { anyOf, defineScenario, editorShows, stuckIn } from '../../../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'A gopls.sock in the cache folder of gopls, or a gopls-*.sock in the temporary folder, keeps a new gopls from starting: "address already in use".',
  source: 'folk advice (F2, F10); gopls creates a socket only for -remote and -listen, and never there',
  cells: [{ gopls: '*', expect: 'not-reproduced' }],
  files: `
-- go.mod --
module example.com/m

go 1.21
-- main.go --
package main

func main() {}
`,
  // A first session creates the folder $XDG_CACHE_HOME/gopls/<hash>. Then one gopls per worker creates a socket there: one is killed,
  // one is stopped, and one with its socket in $TMPDIR is killed.
  setup: [
    'editor gopls',
    'mkdir $LAB/left $LAB/stopped && cp -a $XDG_CACHE_HOME/gopls $LAB/left && cp -a $XDG_CACHE_HOME/gopls $LAB/stopped',
    'hash=$(ls $XDG_CACHE_HOME/gopls)',
    'listen() { gopls -listen="unix;$1" serve & local pid=$!; until [[ -S $1 ]]; do kill -0 $pid; done; kill -$2 $pid; }',
    'listen $LAB/left/gopls/$hash/gopls.sock KILL',
    'listen $LAB/stopped/gopls/$hash/gopls.sock STOP',
    'listen $TMPDIR/gopls-$hash.sock KILL',
  ],
  workers: [
    { name: 'left', run: 'XDG_CACHE_HOME=$LAB/left editor --phase-ms 15000 gopls' },
    { name: 'stopped', run: 'XDG_CACHE_HOME=$LAB/stopped editor --phase-ms 15000 gopls' },
    { name: 'temporary', run: 'editor --phase-ms 15000 gopls' },
  ],
  mitigations: {
    'delete the sockets': {
      setup: ['rm $LAB/*/gopls/*/gopls.sock $TMPDIR/gopls-*.sock'],
      source: 'folk advice',
    },
  },
  check: anyOf(
    stuckIn('initialize', /no answer within|the server ended/),
    editorShows(/\.sock\b|address already in use/),
  ),
  doctorFinding: 'folk-files',
});

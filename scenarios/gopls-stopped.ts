import { anyOf, defineScenario, programStops, stuckIn } from '../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'An editor waits without an end for a gopls that is stopped: a debugger left it so, or somebody froze the wrong process. It holds its pipes open, so that the editor sees nothing wrong.',
  source: 'signal(7), SIGSTOP; golang/vscode-go#2914 (F19)',
  cells: [{ gopls: '*', expect: 'reproduced' }],
  files: `
-- go.mod --
module example.com/m

go 1.21
-- m.go --
package m
-- stopping/go --
#!/bin/sh
if [ "$1" = list ]; then kill -STOP $$; fi
PATH=\${PATH#*:} exec go "$@"
`,
  // gopls has been here before: one that is stopped or ended as it makes its cache leaves it unusable (gopls-index-empty).
  setup: ['gopls check m.go', 'chmod +x stopping/go'],
  workers: [{ name: 'editor', run: 'editor --phase-ms 13000 -- gopls serve' }],
  fault: programStops('gopls', 'serve'),
  mitigations: {
    // A child that gopls has forked goes by the same words until it becomes go, and may be struck too.
    'let it go on': {
      run: {
        editor:
          'editor --phase-ms 30000 -- gopls serve & session=$!; while kill -0 $session; do kill -CONT $(pids_named gopls editor) || :; pause 0.05; done; wait $session',
      },
    },
    'a go list that is stopped, and not gopls': {
      run: { editor: 'PATH=$WORK/stopping:$PATH editor --phase-ms 13000 gopls' },
      fault: null,
      expect: 'fails',
    },
    'let a go list that is stopped go on': {
      run: {
        editor:
          'PATH=$WORK/stopping:$PATH editor --phase-ms 30000 gopls & session=$!; while kill -0 $session; do kill -CONT $(pids_named go editor) || pause 0.05; done; wait $session',
      },
      fault: null,
    },
    // The one that is stopped takes the signal when it goes on, and until then the editor waits.
    'kill -TERM': {
      run: {
        editor:
          'editor --phase-ms 13000 -- gopls serve & session=$!; until fault_hits >/dev/null; do pause 0.05; done; kill -TERM $(pids_named gopls editor); wait $session',
      },
      expect: 'fails',
      source: 'folk advice (F7)',
    },
  },
  // Who stopped gopls does so once.
  remedy: {
    run: {
      editor: 'editor --phase-ms 13000 -- gopls serve >/dev/null || :; eval "$(remedy)"; editor --phase-ms 30000 gopls',
    },
  },
  check: anyOf(stuckIn('initialize'), stuckIn('go env'), stuckIn('go list')),
  doctorFinding: 'process-stopped',
});

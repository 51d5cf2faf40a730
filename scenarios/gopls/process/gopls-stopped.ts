import { anyOf, defineScenario, programStops, stuckIn } from '../../../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'An editor waits forever for a stopped gopls, left so by a debugger or a SIGSTOP to the wrong process: gopls keeps its pipes open, so the editor sees nothing wrong.',
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
  // gopls has run here before: stopping or killing it while it creates its cache makes the cache unusable (gopls-index-empty).
  setup: ['gopls check m.go', 'chmod +x stopping/go'],
  workers: [{ name: 'editor', run: 'editor --phase-ms 13000 -- gopls serve' }],
  fault: programStops('gopls', 'serve'),
  mitigations: {
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
    // A stopped process handles the signal only after SIGCONT; until then the editor waits.
    'kill -TERM': {
      run: {
        editor:
          'editor --phase-ms 13000 -- gopls serve & session=$!; until fault_hits >/dev/null; do pause 0.05; done; kill -TERM $(pids_named gopls editor); wait $session',
      },
      expect: 'fails',
      source: 'folk advice (F7)',
    },
  },
  // gopls is stopped only once.
  remedy: {
    run: {
      editor: 'editor --phase-ms 13000 -- gopls serve >/dev/null || :; eval "$(remedy)"; editor --phase-ms 30000 gopls',
    },
  },
  // On a busy machine gopls may have loaded the packages, or even answered, before it is stopped.
  check: anyOf(stuckIn('initialize'), stuckIn('go env'), stuckIn('go list'), stuckIn('answer'), stuckIn('exit')),
  doctorFinding: 'process-stopped',
});

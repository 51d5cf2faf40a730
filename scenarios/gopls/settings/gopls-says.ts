import { defineScenario, editorShows } from '../../../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'gopls has no packages at all if build.buildFlags in its settings has a -mod that go does not know, but still tells the editor "Finished loading packages.".',
  source: 'gopls/internal/cache/load.go; gopls/internal/server/general.go, addFolders',
  cells: [{ gopls: '*', expect: 'reproduced' }],
  files: `
-- go.mod --
module example.com/m

go 1.21
-- main.go --
package main

func main() {}
`,
  workers: [
    { name: 'editor', run: 'editor --phase-ms 20000 --settings \'{"build.buildFlags":["-mod=nosuch"]}\' gopls' },
  ],
  mitigations: {
    'a -mod that go knows': {
      run: { editor: 'editor --phase-ms 20000 --settings \'{"build.buildFlags":["-mod=readonly"]}\' gopls' },
    },
    'end gopls and start it again': {
      run: {
        editor:
          'editor --phase-ms 20000 --settings \'{"build.buildFlags":["-mod=nosuch"]}\' gopls >/dev/null; editor --phase-ms 20000 --settings \'{"build.buildFlags":["-mod=nosuch"]}\' gopls',
      },
      expect: 'fails',
      source: 'folk advice (F7)',
    },
    'an empty cache for gopls and for go': {
      run: {
        editor:
          'GOCACHE=$LAB/own XDG_CACHE_HOME=$LAB/own editor --phase-ms 20000 --settings \'{"build.buildFlags":["-mod=nosuch"]}\' gopls',
      },
      expect: 'fails',
    },
  },
  check: editorShows(/-mod=nosuch not supported/),
  doctorFinding: 'gopls-says',
  // gopls names a setting of the editor, which only its user can correct.
  remedy: {
    decide: 'echo export MOD=readonly',
    run: {
      editor:
        'export MOD=nosuch; editor --phase-ms 20000 --settings "{\\"build.buildFlags\\":[\\"-mod=$MOD\\"]}" gopls >/dev/null || :; eval "$(remedy)"; editor --phase-ms 30000 --settings "{\\"build.buildFlags\\":[\\"-mod=$MOD\\"]}" gopls',
    },
  },
});

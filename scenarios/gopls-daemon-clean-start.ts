import { anyOf, defineScenario, probePrints, stuckIn } from '../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'Four editors that start gopls -remote=auto at once, where no daemon runs yet, end with more than one daemon, or one of them with no answer.',
  source: 'folk advice (F19); gopls/internal/lsprpc/dialer.go: who cannot bind the socket uses the one who could',
  cells: [{ gopls: '*', expect: 'not-reproduced' }],
  files: `
-- go.mod --
module example.com/m

go 1.21
-- m.go --
package m
`,
  // The name of the socket holds the build id of gopls; since Go 1.25 the program that reads it is compiled first.
  setup: ['go tool buildid $(command -v gopls)'],
  workers: [{ name: 'editor', run: 'editor --phase-ms 15000 -- gopls -remote=auto', count: 4 }],
  // A daemon stays for a minute after its last client.
  probes: { daemons: 'echo $(ps -C gopls -o args= | grep -c listen) daemons' },
  check: anyOf(stuckIn('initialize'), probePrints('daemons', /^([2-9]|0) daemons/)),
});

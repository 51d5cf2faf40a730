import { defineScenario, eachFailsWith } from '../../../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'gopls does not start with --skip-install-check, --no-tcp, --use-bundled-tools or -mod=readonly, which are said to speed up its start: it has no such flags.',
  source: 'folk advice (F21)',
  cells: [{ gopls: '*', expect: 'reproduced' }],
  files: `
-- go.mod --
module example.com/m

go 1.21
-- m.go --
package m
`,
  // gopls v0.24 may die if two first starts overlap (docs/upstream/gopls-exe-sha256.md), so one runs before.
  setup: ['gopls check m.go'],
  // With an empty stdin a gopls that starts exits with 0 at once.
  workers: [
    { name: 'install', run: 'timeout 15 gopls --skip-install-check </dev/null' },
    { name: 'tcp', run: 'timeout 15 gopls --no-tcp </dev/null' },
    { name: 'tools', run: 'timeout 15 gopls --use-bundled-tools </dev/null' },
    { name: 'mod', run: 'timeout 15 gopls -mod=readonly </dev/null' },
  ],
  mitigations: {
    'no flags': {
      run: {
        install: 'timeout 15 gopls </dev/null',
        tcp: 'timeout 15 gopls </dev/null',
        tools: 'timeout 15 gopls </dev/null',
        mod: 'timeout 15 gopls </dev/null',
      },
    },
    '-mode=stdio, a flag that gopls takes and does nothing about': {
      run: {
        install: 'timeout 15 gopls -mode=stdio </dev/null',
        tcp: 'timeout 15 gopls serve -mode=stdio </dev/null',
        tools: 'editor --phase-ms 15000 -- gopls -mode=stdio',
        mod: 'editor --phase-ms 15000 -- gopls serve -mode=stdio',
      },
      source: 'folk advice (F21)',
    },
    '-mod=readonly where it belongs, in GOFLAGS': {
      run: {
        install: 'timeout 15 gopls </dev/null',
        tcp: 'timeout 15 gopls </dev/null',
        tools: 'timeout 15 gopls </dev/null',
        mod: 'GOFLAGS=-mod=readonly editor --phase-ms 15000 gopls',
      },
    },
  },
  check: eachFailsWith({
    install: /(not defined: -|unknown flag: --)skip-install-check/,
    tcp: /(not defined: -|unknown flag: --)no-tcp/,
    tools: /(not defined: -|unknown flag: --)use-bundled-tools/,
    mod: /(not defined|unknown flag): -mod\b/,
  }),
});

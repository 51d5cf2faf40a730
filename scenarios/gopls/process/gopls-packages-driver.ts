import { defineScenario, editorShows, stuckIn } from '../../../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'gopls hangs at "Loading packages…" while its GOPACKAGESDRIVER, or a gopackagesdriver on PATH, does not answer: gopls runs it instead of go list.',
  source: 'golang.org/x/tools/go/packages/external.go, findExternalDriver; golang/vscode-go#3212',
  cells: [{ gopls: '*', expect: 'reproduced' }],
  files: `
-- go.mod --
module example.com/m

go 1.21
-- main.go --
package main

func main() {}
-- driver/gopackagesdriver --
#!/bin/sh
exec sleep infinity
-- limited/gopackagesdriver --
#!/bin/sh
exec timeout 1 "$WORK/driver/gopackagesdriver"
`,
  setup: ['chmod +x driver/gopackagesdriver limited/gopackagesdriver'],
  workers: [{ name: 'editor', run: 'GOPACKAGESDRIVER=$WORK/driver/gopackagesdriver editor --phase-ms 13000 gopls' }],
  mitigations: {
    'unset GOPACKAGESDRIVER': { run: { editor: 'editor --phase-ms 20000 gopls' } },
    'unset GOPACKAGESDRIVER, while a gopackagesdriver is on PATH': {
      run: { editor: 'PATH=$PATH:$WORK/driver editor --phase-ms 6000 gopls' },
      expect: 'fails',
    },
    'GOPACKAGESDRIVER=off, while a gopackagesdriver is on PATH': {
      run: { editor: 'PATH=$PATH:$WORK/driver GOPACKAGESDRIVER=off editor --phase-ms 20000 gopls' },
    },
    'GOPACKAGESDRIVER=off in the build.env of the settings of gopls': {
      run: {
        editor:
          'GOPACKAGESDRIVER=$WORK/driver/gopackagesdriver editor --phase-ms 20000 --settings \'{"build.env":{"GOPACKAGESDRIVER":"off"}}\' gopls',
      },
    },
    // The driver is no setting of the go command: go env -w refuses it, and gopls does not read it there.
    'go env -w GOPACKAGESDRIVER=off': {
      run: {
        editor:
          'export GOENV=$LAB/goenv GOPACKAGESDRIVER=$WORK/driver/gopackagesdriver; go env -w GOPACKAGESDRIVER=off || editor --phase-ms 6000 gopls',
      },
      expect: 'fails',
    },
    // gopls then reports the failure and has no packages.
    'a time limit around the driver': {
      run: { editor: 'GOPACKAGESDRIVER=$WORK/limited/gopackagesdriver editor --phase-ms 20000 gopls' },
      check: editorShows(/limited\/gopackagesdriver: exit status 124/),
      expect: 'fails',
    },
    'end gopls and start it again': {
      run: {
        editor:
          'export GOPACKAGESDRIVER=$WORK/driver/gopackagesdriver; editor --phase-ms 3000 gopls >/dev/null || editor --phase-ms 6000 gopls',
      },
      expect: 'fails',
      source: 'folk advice (F7)',
    },
  },
  check: stuckIn('go list'),
  doctorFinding: 'packages-driver',
});

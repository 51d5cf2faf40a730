import { defineScenario, stuckIn } from '../../../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'vscode-jsonrpc, the protocol library of VS Code and of this lab’s editor, gives up on a gopls that has not answered initialize after 30,000 ms.',
  source:
    'folk advice (F23); sendRequest of vscode-jsonrpc and doInitialize of vscode-languageclient have no timer; only stop() has one; microsoft/vscode-languageserver-node#254',
  cells: [{ gopls: '*', expect: 'not-reproduced' }],
  files: `
-- go.mod --
module example.com/m

go 1.21
-- main.go --
package main

func main() {}
`,
  // Counts a session that gave up on the answer or got it after more than 30 s.
  workers: [
    {
      name: 'editor',
      run: 'editor --phase-ms 55000 -- bash -c "sleep 31; exec gopls" | grep -E \'"stuck":"initialize"|"initialize":[345][0-9]{4},\'',
    },
  ],
  check: stuckIn('initialize', /./),
});

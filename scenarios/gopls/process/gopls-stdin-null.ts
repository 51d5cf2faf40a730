import { defineScenario, failsWith } from '../../../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'gopls hangs if its stdin is /dev/null or closed from the start, and runs forever if an editor closes it while gopls is idle.',
  source: 'folk advice (F17, F18); gopls exits at the end of its input',
  cells: [{ gopls: '*', expect: 'not-reproduced' }],
  files: `
-- go.mod --
module example.com/m

go 1.21
-- m.go --
package m
`,
  // gopls v0.24 may die if two first starts overlap (docs/upstream/gopls-exe-sha256.md), so one runs before.
  setup: ['gopls check m.go'],
  workers: [
    { name: 'null', run: 'timeout 10 gopls </dev/null || { (($? != 124)) || echo "gopls has not ended"; false; }' },
    { name: 'none', run: 'timeout 10 gopls <&- || { (($? != 124)) || echo "gopls has not ended"; false; }' },
    {
      name: 'idle',
      // setsid: this editor would otherwise kill gopls at its end.
      run: `editor --phase-ms 15000 --until answer -- setsid --wait bash -c 'echo $$ >$LAB/idle.pid; exec gopls'; wait_exit 10 $(<$LAB/idle.pid) || { echo "gopls has not ended"; false; }`,
    },
  ],
  check: failsWith(/gopls has not ended/),
});

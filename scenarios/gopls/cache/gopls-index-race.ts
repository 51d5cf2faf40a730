import { callDelayed, defineScenario, failsWith } from '../../../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'If two gopls start at the same time without a cache of their version, one may exit at once: "gopls cannot access its persistent index (disk full?): … hash collision". It reads exe.sha256 after the other has created it and before the other has written it.',
  source: 'gopls/internal/filecache/filecache.go, getCacheDir (F20)',
  cells: [
    { gopls: '>=0.24.0', expect: 'reproduced' },
    // Older versions write no such file.
    { gopls: '*', expect: 'not-reproduced', avoids: true },
  ],
  files: `
-- go.mod --
module example.com/m

go 1.21
-- m.go --
package m
`,
  workers: [
    {
      name: 'slow',
      run: 'gopls check m.go',
      fault: callDelayed(
        {
          call: 'write',
          path: '$XDG_CACHE_HOME/gopls/$(sha256sum $(command -v gopls) | cut -c 1-8)/exe.sha256',
        },
        4000,
      ),
    },
    {
      name: 'fast',
      after: '[[ -n $(find $XDG_CACHE_HOME/gopls -name exe.sha256) ]] || exited slow',
      run: 'gopls check m.go',
    },
  ],
  mitigations: {
    'run gopls once before': { setup: ['gopls check m.go'] },
    'a GOPLSCACHE for each of them': { run: { fast: 'GOPLSCACHE=$LAB/own gopls check m.go' } },
    'start gopls again when the other has its answer': {
      run: { fast: 'gopls check m.go || { until exited slow; do :; done; gopls check m.go; }' },
      source: 'folk advice (F7)',
    },
    'a GOCACHE for each of them': {
      run: { fast: 'GOCACHE=$LAB/own gopls check m.go' },
      expect: 'fails',
      source: 'folk advice (F20)',
    },
  },
  check: failsWith(/hash collision \( vs/),
});

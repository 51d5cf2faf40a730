import { defineScenario, failsWith, killedAtCall } from '../../../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'A gopls that is killed while it creates the cache of its version leaves an empty exe.sha256, and from then on every gopls of that version exits soon after its start: "gopls cannot access its persistent index (disk full?): … hash collision".',
  source: 'gopls/internal/filecache/filecache.go, getCacheDir: it takes an existing file for a complete one',
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
      name: 'killed',
      run: 'gopls check m.go || :',
      fault: killedAtCall({
        call: 'write',
        path: '$XDG_CACHE_HOME/gopls/$(sha256sum $(command -v gopls) | cut -c 1-8)/exe.sha256',
      }),
    },
    { name: 'editor', after: 'exited killed', run: 'editor --phase-ms 15000 gopls' },
    // A short session may end before its gopls reads the file; this one needs the cache for its answer.
    { name: 'check', after: 'exited editor', run: 'gopls check m.go' },
  ],
  mitigations: {
    'delete the empty file': {
      run: { editor: 'find $XDG_CACHE_HOME/gopls -name exe.sha256 -empty -delete; editor --phase-ms 15000 gopls' },
    },
    'a GOPLSCACHE of one’s own': {
      run: {
        editor: 'GOPLSCACHE=$LAB/own editor --phase-ms 15000 gopls',
        check: 'GOPLSCACHE=$LAB/own gopls check m.go',
      },
    },
    'start gopls again': {
      run: { check: 'gopls check m.go || gopls check m.go' },
      expect: 'fails',
      source: 'folk advice (F7)',
    },
    'go clean -cache -modcache': {
      run: { editor: 'go clean -cache -modcache; editor --phase-ms 15000 gopls' },
      expect: 'fails',
      source: 'folk advice (F26)',
    },
  },
  check: failsWith(/hash collision \( vs/),
  doctorFinding: 'gopls-cache-damaged',
  remedy: { run: { killed: 'gopls check m.go || :' } },
});

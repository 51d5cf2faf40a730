import { callFails, defineScenario, failsWith } from '../../../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'gopls exits at its start with "disk full?" if its cache has no space for a folder of this version; up to v0.16 it ran without one.',
  source:
    'golang/go#67433; gopls/internal/filecache/filecache.go, getCacheDir. An mkdir that fails with ENOSPC stands in for the full disk',
  cells: [
    // It only logs "can't create cache".
    { gopls: '<0.17', expect: 'not-reproduced' },
    { gopls: '*', expect: 'reproduced' },
  ],
  files: `
-- go.mod --
module example.com/m

go 1.21
-- m.go --
package m
`,
  // If gopls cannot create even this folder, it uses one below TMPDIR.
  setup: ['mkdir -p $XDG_CACHE_HOME/gopls $LAB/own'],
  workers: [{ name: 'editor', run: 'editor --phase-ms 20000 gopls' }],
  fault: callFails(
    { call: 'mkdir', path: '$XDG_CACHE_HOME/gopls/$(sha256sum $(command -v gopls) | head -c 8)' },
    'ENOSPC',
  ),
  mitigations: {
    'XDG_CACHE_HOME on another disk': {
      run: { editor: 'XDG_CACHE_HOME=$LAB/own editor --phase-ms 20000 gopls' },
      avoids: true,
    },
    'TMPDIR on another disk': {
      run: { editor: 'TMPDIR=$LAB/own editor --phase-ms 20000 gopls' },
      expect: 'fails',
    },
    'start gopls again': {
      run: { editor: 'editor --phase-ms 20000 gopls >/dev/null || editor --phase-ms 20000 gopls' },
      expect: 'fails',
      source: 'folk advice (F7)',
    },
  },
  // Whichever comes first: the check of the index at startup, or the first request that reads it (GetOrFatal).
  check: failsWith(
    /gopls cannot access its persistent index \(disk full\?\)|can't create cache: mkdir .*: no space left on device/,
  ),
});

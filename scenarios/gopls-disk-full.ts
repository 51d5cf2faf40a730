import { callFails, defineScenario, failsWith } from '../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'gopls ends as it starts, with "disk full?", where there is no room for a folder of this version in its cache; until v0.16 it went on without.',
  source:
    'golang/go#67433; gopls/internal/filecache/filecache.go, getCacheDir. The full disk is an mkdir that fails with ENOSPC',
  cells: [
    // Only a log line, "can't create cache".
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
  // Where not even this one can be made, gopls takes one below TMPDIR.
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
  // Whichever comes first: the look at the index as gopls starts, or what the first request wants of it (GetOrFatal).
  check: failsWith(
    /gopls cannot access its persistent index \(disk full\?\)|can't create cache: mkdir .*: no space left on device/,
  ),
});

import {
  anyOf,
  callDelayed,
  defineScenario,
  failsWith,
  mountedTwice,
  probePrints,
  rescueFails,
} from '../../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'On a folder that is mounted twice with locks per mount, flock excludes nobody: two go commands, one on each mount of a GOPATH, both hold "the" lock of one module version.',
  source: 'docker/for-mac#7004; golang/go#36447; cmd/go/internal/lockedfile/internal/filelock',
  cells: [{ expect: 'reproduced' }],
  files: `
-- go.mod --
module example.com/m

go 1.13

require example.com/dep v1.0.0
-- proxy/example.com/dep@v1.0.0/go.mod --
module example.com/dep
-- proxy/example.com/dep@v1.0.0/dep.go --
package dep
`,
  env: { FIRST: '$LAB/one', SECOND: '$LAB/two' },
  fault: mountedTwice('$LAB/volume', '$LAB/one', '$LAB/two'),
  workers: [
    {
      name: 'first',
      run: 'GOPATH=$FIRST GOMODCACHE=$FIRST/pkg/mod go mod download',
      fault: callDelayed(
        { call: 'rename', path: '$FIRST/pkg/mod/cache/download/example.com/dep/@v/v1.0.0.zip' },
        12_000,
      ),
    },
    {
      name: 'second',
      // A new lock holder first removes temporary zips of others. The first has hashed its own by then, so it is about to rename it.
      after: 'exited first || [[ -e $FIRST/pkg/mod/cache/download/example.com/dep/@v/v1.0.0.ziphash ]]',
      run: 'GOPATH=$SECOND GOMODCACHE=$SECOND/pkg/mod go mod download',
      fault: callDelayed(
        { call: 'rename', path: '$SECOND/pkg/mod/cache/download/example.com/dep/@v/v1.0.0.zip' },
        10_000,
      ),
    },
  ],
  symptom: 'locks_held_by first | grep -q /one/.*/v1.0.0.lock && locks_held_by second | grep -q /two/.*/v1.0.0.lock',
  probes: { holders: 'echo first $(locks_held_by first) second $(locks_held_by second)' },
  mitigations: {
    // Forwarding locks was not enough: with bindfs's default caches go sometimes failed on a file that the other side had removed.
    // Presumably such a cache was stale; nobody traced it.
    'mounts that forward locks and cache nothing': {
      env: {
        BINDFS_OPTIONS: '--enable-lock-forwarding --multithreaded -o entry_timeout=0,attr_timeout=0,negative_timeout=0',
      },
      avoids: true,
      source: 'bindfs(1)',
    },
    'one mount for both': { env: { SECOND: '$LAB/one' }, avoids: true },
    'the folder itself for both': { env: { FIRST: '$LAB/volume', SECOND: '$LAB/volume' }, avoids: true },
    'a module cache for each': { env: { SECOND: '$LAB/own' }, avoids: true },
    'download before the two meet': {
      setup: ['GOPATH=$LAB/volume GOMODCACHE=$LAB/volume/pkg/mod go mod download'],
      avoids: true,
    },
    'GOSUMDB=off': { env: { GOSUMDB: 'off' }, expect: 'fails', source: 'folk advice (F13)' },
  },
  // /proc does not show locks that a mount forwards. There the damage shows: the second holder removes the temporary zip of the first,
  // which then fails to rename it or to open it for its hash.
  check: anyOf(
    probePrints('holders', /first \d+ \S+\/one\/\S+v1\.0\.0\.lock second \d+ \S+\/two\/\S+v1\.0\.0\.lock/),
    failsWith(/(rename \S+\.zip\S+ \S+\.zip|open \S+\.zip\d+\.tmp): no such file or directory/),
  ),
  doctorFinding: 'flock-not-exclusive',
  // When someone reads the finding the harm is done; the remedy shows when both start again.
  remedy: {
    rescue: `
remedy
kill -KILL $(pids first) $(pids second) || :
GOPATH=$FIRST GOMODCACHE=$FIRST/pkg/mod go mod download &
GOPATH=$LAB/own GOMODCACHE=$LAB/own/pkg/mod go mod download
wait $!
`,
    check: rescueFails(),
  },
});

import {
  anyOf,
  callDelayed,
  defineScenario,
  failsWith,
  mountedTwice,
  probePrints,
  rescueFails,
} from '../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'Where a lock counts on one mount of a folder alone, flock succeeds for everybody: two go commands on two mounts of one GOPATH both hold "the" lock of one module version.',
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
      fault: callDelayed({ call: 'rename', path: '$FIRST/pkg/mod/cache/download/example.com/dep/@v/v1.0.0.zip' }, 8000),
    },
    {
      name: 'second',
      // Whoever has just taken the lock removes the temporary zips of others: the first has done so when it has its own.
      after: 'exited first || compgen -G "$FIRST/pkg/mod/cache/download/example.com/dep/@v/v1.0.0.zip*tmp*"',
      run: 'GOPATH=$SECOND GOMODCACHE=$SECOND/pkg/mod go mod download',
      fault: callDelayed(
        { call: 'rename', path: '$SECOND/pkg/mod/cache/download/example.com/dep/@v/v1.0.0.zip' },
        6500,
      ),
    },
  ],
  symptom: 'locks_held_by first | grep -q /one/.*/v1.0.0.lock && locks_held_by second | grep -q /two/.*/v1.0.0.lock',
  probes: { holders: 'echo first $(locks_held_by first) second $(locks_held_by second)' },
  mitigations: {
    // Locks alone were not enough: with its usual caches go now and then failed on a file that the other side had removed. It is
    // supposed, and was not traced, that such a cache was out of date.
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
  // Locks that a mount forwards are not shown in /proc. There the loss tells: whoever has the lock removes the temporary zip of the other,
  // which then lacks it as it renames it, or before, as it opens it to work out its hash.
  check: anyOf(
    probePrints('holders', /first \d+ \S+\/one\/\S+v1\.0\.0\.lock second \d+ \S+\/two\/\S+v1\.0\.0\.lock/),
    failsWith(/(rename \S+\.zip\S+ \S+\.zip|open \S+\.zip\d+\.tmp): no such file or directory/),
  ),
  doctorFinding: 'flock-not-exclusive',
  // By the time that somebody has read it the harm is done; what helps is seen when both begin again.
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

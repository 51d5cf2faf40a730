import { defineScenario, mountedTwice, probePrints, stoppedAtCall } from '../../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'A Redis lock (SET NX PX, deleted only by its owner) does not keep a module cache whole that two machines share: a holder that was paused past its lease goes on, fails, and deletes the module that the next holder has downloaded.',
  source:
    'folk advice (F36: "a Redis lock around go mod download"); redis.io, Distributed Locks with Redis; cmd/go/internal/modfetch/fetch.go, unzip',
  // Before Go 1.16 a module was extracted elsewhere and renamed.
  cells: [{ go: '>=1.16', expect: 'reproduced' }],
  files: `
-- go.mod --
module example.com/m

go 1.13

require example.com/dep v1.0.0
-- m.go --
package m

import _ "example.com/dep"
-- files.sh --
cd $CACHE && find . -path "*example.com/dep*" -type f ! -name "*.lock" -exec md5sum {} + | sort
-- publish.sh --
cd $GOMODCACHE/cache/download
find example.com -type f ! -name "*.lock" | while read -r file; do
  mkdir -p $(dirname $1/$file)
  name=$(mktemp $1/new.XXXXXX)
  cp $file $name
  mv -T $name $1/$file
done
-- proxy/example.com/dep@v1.0.0/go.mod --
module example.com/dep
-- proxy/example.com/dep@v1.0.0/a.go --
package dep
-- proxy/example.com/dep@v1.0.0/b.go --
package dep
-- proxy/example.com/dep@v1.0.0/c.go --
package dep
`,
  needs: ['netns', 'redis'],
  env: {
    // Of both machines, the GOPATH. Nothing is cached between them, so only their locks are apart.
    FIRST: '$LAB/one',
    SECOND: '$LAB/two',
    BINDFS_OPTIONS: '--multithreaded -o entry_timeout=0,attr_timeout=0,negative_timeout=0',
    CACHE: '$LAB/volume/pkg/mod',
    // What the first machine's pause waits for besides the end of the second.
    UNTIL: 'false',
    REDIS: '7001',
    LEASE_MS: '1500',
  },
  // go.sum is complete, so the two share only the module cache.
  setup: ['go mod tidy', 'go clean -modcache', 'redis_server 7001'],
  fault: mountedTwice('$LAB/volume', '$LAB/one', '$LAB/two'),
  workers: [
    {
      name: 'first',
      ownPidNamespace: true,
      fault: stoppedAtCall({ call: 'open', path: '$FIRST/pkg/mod/example.com/dep@v1.0.0/b.go' }),
      run: `
export GOPATH=$FIRST GOMODCACHE=$FIRST/pkg/mod
redis_lease $LEASE_MS $REDIS go mod download || echo "first: exit $?"
`,
    },
    {
      name: 'second',
      ownPidNamespace: true,
      after: 'exited first || [[ -e $FIRST/pkg/mod/example.com/dep@v1.0.0/b.go ]]',
      run: `
export GOPATH=$SECOND GOMODCACHE=$SECOND/pkg/mod
redis_lease $LEASE_MS $REDIS go mod download
bash files.sh >$LAB/had
`,
    },
    {
      name: 'pause',
      after: 'exited first || [[ -e $FIRST/pkg/mod/example.com/dep@v1.0.0/b.go ]]',
      // The whole machine: what would renew the lease stands still too.
      run: `
kill -STOP $(pids first) || :
until exited second || eval "$UNTIL"; do pause 0.05; done
until exited first; do kill -CONT $(pids first) || :; pause 0.05; done
`,
    },
    // The server of the volume, where an arm has one.
    { name: 'storage', run: ':', background: true },
  ],
  deadlineMs: 30000,
  probes: {
    files:
      '[[ -s $LAB/had ]] || { grep . $LAB/out/worker/second.0/std*; exit 1; }; bash files.sh >$LAB/has; echo "the second had $(wc -l <$LAB/had) files, $(comm -12 $LAB/had $LAB/has | wc -l) are left"; cat $LAB/out/worker/first.0/std*',
  },
  mitigations: {
    'no pause': {
      fault: mountedTwice('$LAB/volume', '$LAB/one', '$LAB/two'),
      run: { pause: 'until exited first; do pause 0.05; done' },
      avoids: true,
    },
    'a lease longer than the pause': {
      env: { LEASE_MS: '60000', UNTIL: 'grep -q waits $LAB/out/worker/second.0/stderr' },
    },
    // go sends no token along, so the storage can only shut out the machine.
    'a token with which the storage shuts out the older holder': {
      setup: ['mkfifo $LAB/asks'],
      run: {
        storage: 'lease_storage $LAB/asks',
        first: `
export GOPATH=$FIRST GOMODCACHE=$FIRST/pkg/mod
admitted() { echo $TOKEN $FIRST >$LAB/asks; until [[ -e $LAB/admitted.$TOKEN ]]; do pause 0.05; done; go mod download; }
redis_lease $LEASE_MS $REDIS admitted || echo "first: exit $?"
`,
        second: `
export GOPATH=$SECOND GOMODCACHE=$SECOND/pkg/mod
admitted() { echo $TOKEN $SECOND >$LAB/asks; until [[ -e $LAB/admitted.$TOKEN ]]; do pause 0.05; done; go mod download; }
redis_lease $LEASE_MS $REDIS admitted
bash files.sh >$LAB/had
`,
      },
    },
    'without a lock: a module cache for each': {
      env: { SECOND: '$LAB/own', CACHE: '$LAB/own/pkg/mod' },
      run: {
        first: 'GOPATH=$FIRST GOMODCACHE=$FIRST/pkg/mod go mod download',
        second: 'GOPATH=$SECOND GOMODCACHE=$SECOND/pkg/mod go mod download; bash files.sh >$LAB/had',
      },
    },
    // A module version has one content, so it does not matter who comes last.
    'without a lock: a module cache for each, and a shared GOPROXY folder filled by rename': {
      env: { FIRST: '$LAB/own', SECOND: '$LAB/own2', CACHE: '$LAB/volume/store' },
      run: {
        first: `
export GOPATH=$FIRST GOMODCACHE=$FIRST/pkg/mod
go mod download
bash publish.sh $LAB/one/store
`,
        second: `
export GOPATH=$SECOND GOMODCACHE=$SECOND/pkg/mod
go mod download
bash publish.sh $LAB/two/store
GOPATH=$LAB/third GOMODCACHE=$LAB/third/pkg/mod GOPROXY=file://$LAB/two/store go mod download
bash files.sh >$LAB/had
`,
      },
    },
    'Redlock: most of three servers': {
      setup: ['redis_server 7002', 'redis_server 7003'],
      env: { REDIS: '7001,7002,7003' },
      expect: 'fails',
      source: 'folk advice (F36); redis.io, Distributed Locks with Redis',
    },
    'ask before and after whether the lease is still one’s own': {
      run: {
        first: `
export GOPATH=$FIRST GOMODCACHE=$FIRST/pkg/mod
careful() { redis_owns $REDIS && go mod download && redis_owns $REDIS; }
redis_lease $LEASE_MS $REDIS careful || echo "first: exit $?"
`,
      },
      expect: 'fails',
      source: 'folk advice',
    },
    'no lock at all': {
      run: {
        first: 'GOPATH=$FIRST GOMODCACHE=$FIRST/pkg/mod go mod download || echo "first: exit $?"',
        second: 'GOPATH=$SECOND GOMODCACHE=$SECOND/pkg/mod go mod download; bash files.sh >$LAB/had',
      },
      expect: 'fails',
    },
  },
  check: probePrints('files', /the second had (\d+) files, (?!\1 )\d+ are left/),
});

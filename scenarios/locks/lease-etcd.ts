import { defineScenario, mountedTwice, probePrints, stoppedAtCall } from '../../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'An etcd lock (etcdctl lock: a lease that its holder renews, and a key with a revision) does not keep a module cache whole that two machines share: a machine that was paused past its lease goes on, fails, and deletes the module that the next holder has downloaded.',
  source:
    'folk advice (F37: "an etcd lease with a revision check"); etcdctl(1), LOCK; cmd/go/internal/modfetch/fetch.go, unzip',
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
-- proxy/example.com/dep@v1.0.0/go.mod --
module example.com/dep
-- proxy/example.com/dep@v1.0.0/a.go --
package dep
-- proxy/example.com/dep@v1.0.0/b.go --
package dep
-- proxy/example.com/dep@v1.0.0/c.go --
package dep
`,
  needs: ['netns', 'etcd'],
  env: {
    // Of both machines, the GOPATH. Nothing is cached between them, so only their locks are apart.
    FIRST: '$LAB/one',
    SECOND: '$LAB/two',
    BINDFS_OPTIONS: '--multithreaded -o entry_timeout=0,attr_timeout=0,negative_timeout=0',
    CACHE: '$LAB/volume/pkg/mod',
    // What the first machine's pause waits for besides the end of the second.
    UNTIL: 'false',
    ETCDCTL_API: '3',
    ETCDCTL_ENDPOINTS: 'http://127.0.0.1:2371',
    MEMBERS: '1',
    // Seconds; etcd grants no less.
    TTL: '2',
  },
  // go.sum is complete, so the two share only the module cache.
  setup: ['go mod tidy', 'go clean -modcache', 'for ((n = 1; n <= MEMBERS; n++)); do etcd_server $n $MEMBERS; done'],
  fault: mountedTwice('$LAB/volume', '$LAB/one', '$LAB/two'),
  workers: [
    {
      name: 'first',
      ownPidNamespace: true,
      fault: stoppedAtCall({ call: 'open', path: '$FIRST/pkg/mod/example.com/dep@v1.0.0/b.go' }),
      run: `
export GOPATH=$FIRST GOMODCACHE=$FIRST/pkg/mod
etcdctl lock --ttl $TTL -- modcache go mod download || echo "first: exit $?"
`,
    },
    {
      name: 'second',
      ownPidNamespace: true,
      after: 'exited first || [[ -e $FIRST/pkg/mod/example.com/dep@v1.0.0/b.go ]]',
      run: `
export GOPATH=$SECOND GOMODCACHE=$SECOND/pkg/mod
etcdctl lock --ttl $TTL -- modcache go mod download
bash files.sh >$LAB/had
`,
    },
    {
      name: 'pause',
      after: 'exited first || [[ -e $FIRST/pkg/mod/example.com/dep@v1.0.0/b.go ]]',
      // The whole machine: etcdctl, which renews the lease, stands still too.
      run: `
kill -STOP $(pids first) || :
until exited second || eval "$UNTIL"; do pause 0.05; done
until exited first; do kill -CONT $(pids first) || :; pause 0.05; done
`,
    },
    // The server of the volume, where an arm has one.
    { name: 'storage', run: ':', background: true },
  ],
  deadlineMs: 40000,
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
      env: { TTL: '60', UNTIL: 'etcd_queue 2' },
    },
    'only go is paused: etcdctl renews the lease, and the second waits': {
      run: {
        pause: `
until etcd_queue 2; do pause 0.05; done
pause $((2 * TTL + 1))
until exited first; do kill -CONT $(pids first) || :; pause 0.05; done
`,
      },
    },
    // A connection that is silent, as behind a switch that died: the lease ends, and nobody tells the holder.
    'only go is paused, and its machine is cut off from etcd': {
      setup: ['etcd_gateway 2391'],
      run: {
        first: `
export GOPATH=$FIRST GOMODCACHE=$FIRST/pkg/mod
ETCDCTL_ENDPOINTS=http://127.0.0.1:2391 etcdctl lock --ttl $TTL -- modcache go mod download || echo "first: exit $?"
`,
        pause: `
kill -STOP $(<$LAB/etcd/gateway.pid)
until exited second; do pause 0.05; done
kill -CONT $(<$LAB/etcd/gateway.pid)
until exited first; do kill -CONT $(pids first) || :; pause 0.05; done
`,
      },
      expect: 'fails',
      source:
        'etcd, etcdctl/ctlv3/command/lock_command.go: it waits for the command, and not for the end of the session',
    },
    // go sends no revision along, so the storage can only shut out the machine.
    'the storage compares revisions, and shuts out the older holder': {
      setup: ['mkfifo $LAB/asks'],
      run: {
        storage: 'lease_storage $LAB/asks',
        first: `
export GOPATH=$FIRST GOMODCACHE=$FIRST/pkg/mod
admitted='echo $ETCD_LOCK_REV $FIRST >$LAB/asks; until [[ -e $LAB/admitted.$ETCD_LOCK_REV ]]; do sleep 0.05; done; go mod download'
etcdctl lock --ttl $TTL -- modcache bash -c "$admitted" || echo "first: exit $?"
`,
        second: `
export GOPATH=$SECOND GOMODCACHE=$SECOND/pkg/mod
admitted='echo $ETCD_LOCK_REV $SECOND >$LAB/asks; until [[ -e $LAB/admitted.$ETCD_LOCK_REV ]]; do sleep 0.05; done; go mod download'
etcdctl lock --ttl $TTL -- modcache bash -c "$admitted"
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
    'compare the revision of the lock before and after': {
      run: {
        first: `
export GOPATH=$FIRST GOMODCACHE=$FIRST/pkg/mod
owned='printf "create(\\"%s\\") > \\"0\\"\\n\\nget %s\\n\\n\\n" $ETCD_LOCK_KEY $ETCD_LOCK_KEY | etcdctl txn | grep -x SUCCESS'
etcdctl lock --ttl $TTL -- modcache bash -c "$owned && go mod download && $owned" || echo "first: exit $?"
`,
      },
      expect: 'fails',
      source: 'folk advice (F37)',
    },
    'three members in place of one': { env: { MEMBERS: '3' }, expect: 'fails' },
  },
  check: probePrints('files', /the second had (\d+) files, (?!\1 )\d+ are left/),
});

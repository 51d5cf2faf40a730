import { defineScenario, mountedTwice, probePrints, stoppedAtCall } from '../../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'A Redis without persistence forgets its leases when it starts again: the next machine gets the lock of a live holder, and the two damage a module cache that they share, long before any lease ends.',
  source:
    'folk advice (F36); redis.io, Distributed Locks with Redis, "Performance, crash recovery and fsync"; cmd/go/internal/modfetch/fetch.go, unzip',
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
  needs: ['netns', 'redis', 'etcd'],
  env: {
    // Of both machines, the GOPATH. Nothing is cached between them, so only their locks are apart.
    FIRST: '$LAB/one',
    SECOND: '$LAB/two',
    BINDFS_OPTIONS: '--multithreaded -o entry_timeout=0,attr_timeout=0,negative_timeout=0',
    CACHE: '$LAB/volume/pkg/mod',
    REDIS: '7001',
    OPTIONS: '',
    RESTART: 'redis_restart 7001 $OPTIONS',
    // The second machine has asked in vain.
    WAITS: 'grep -q waits $LAB/out/worker/second.0/stderr',
    ETCDCTL_API: '3',
    ETCDCTL_ENDPOINTS: 'http://127.0.0.1:2371',
  },
  // go.sum is complete, so the two share only the module cache.
  setup: ['go mod tidy', 'go clean -modcache', 'redis_server 7001 $OPTIONS'],
  fault: mountedTwice('$LAB/volume', '$LAB/one', '$LAB/two'),
  workers: [
    {
      name: 'first',
      ownPidNamespace: true,
      // A slow download: it goes on while its lease has most of a minute left.
      fault: stoppedAtCall({ call: 'open', path: '$FIRST/pkg/mod/example.com/dep@v1.0.0/b.go' }),
      run: `
export GOPATH=$FIRST GOMODCACHE=$FIRST/pkg/mod
redis_lease 60000 $REDIS go mod download || echo "first: exit $?"
`,
    },
    {
      name: 'restart',
      after: 'exited first || [[ -e $FIRST/pkg/mod/example.com/dep@v1.0.0/b.go ]]',
      run: `
eval "$RESTART"
: >$LAB/restarted
until exited second || eval "$WAITS"; do pause 0.05; done
until exited first; do kill -CONT $(pids first) || :; pause 0.05; done
`,
    },
    {
      name: 'second',
      ownPidNamespace: true,
      after: 'exited first || [[ -e $LAB/restarted ]]',
      run: `
export GOPATH=$SECOND GOMODCACHE=$SECOND/pkg/mod
redis_lease 60000 $REDIS go mod download
bash files.sh >$LAB/had
`,
    },
  ],
  deadlineMs: 40000,
  probes: {
    files:
      '[[ -s $LAB/had ]] || { grep . $LAB/out/worker/second.0/std*; exit 1; }; bash files.sh >$LAB/has; echo "the second had $(wc -l <$LAB/had) files, $(comm -12 $LAB/had $LAB/has | wc -l) are left"; cat $LAB/out/worker/first.0/std*',
  },
  mitigations: {
    'no restart': { env: { RESTART: '' } },
    'a Redis that writes each lease to its disk before it answers': {
      env: { OPTIONS: '--appendonly yes --appendfsync always' },
    },
    'Redlock: one of three servers starts again': {
      setup: ['redis_server 7002', 'redis_server 7003'],
      env: { REDIS: '7001,7002,7003', RESTART: 'redis_restart 7001' },
    },
    'Redlock, and a killed server stays away until all leases have ended': {
      setup: ['redis_server 7002'],
      env: { REDIS: '7001,7002,7003', RESTART: 'redis_server 7003; redis_kill 7001' },
      source: 'redis.io, Distributed Locks with Redis, "delayed restarts"',
    },
    'Redlock, where one server was away when the first asked, and another starts again': {
      setup: ['redis_server 7002'],
      env: { REDIS: '7001,7002,7003', RESTART: 'redis_server 7003; redis_restart 7001' },
      expect: 'fails',
    },
    'an etcd that starts again with its data': {
      setup: ['etcd_server 1'],
      env: {
        RESTART: 'etcd_restart 1',
        WAITS: 'etcd_queue 2',
      },
      run: {
        first: `
export GOPATH=$FIRST GOMODCACHE=$FIRST/pkg/mod
etcdctl lock --ttl 60 -- modcache go mod download || echo "first: exit $?"
`,
        second: `
export GOPATH=$SECOND GOMODCACHE=$SECOND/pkg/mod
etcdctl lock --ttl 60 -- modcache go mod download
bash files.sh >$LAB/had
`,
      },
    },
    'an etcd that starts again without its data': {
      setup: ['etcd_server 1'],
      env: {
        RESTART: 'mv $LAB/etcd/1 $LAB/etcd/lost; etcd_restart 1',
        WAITS: 'etcd_queue 2',
      },
      run: {
        first: `
export GOPATH=$FIRST GOMODCACHE=$FIRST/pkg/mod
etcdctl lock --ttl 60 -- modcache go mod download || echo "first: exit $?"
`,
        second: `
export GOPATH=$SECOND GOMODCACHE=$SECOND/pkg/mod
etcdctl lock --ttl 60 -- modcache go mod download
bash files.sh >$LAB/had
`,
      },
      expect: 'fails',
    },
    'without a lock: a module cache for each': {
      env: { SECOND: '$LAB/own', CACHE: '$LAB/own/pkg/mod' },
      run: {
        first: 'GOPATH=$FIRST GOMODCACHE=$FIRST/pkg/mod go mod download',
        second: 'GOPATH=$SECOND GOMODCACHE=$SECOND/pkg/mod go mod download; bash files.sh >$LAB/had',
      },
    },
  },
  check: probePrints('files', /the second had (\d+) files, (?!\1 )\d+ are left/),
});

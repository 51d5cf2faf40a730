import { defineScenario, waitsForLock } from '../../../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'Several gopls without a daemon block each other on a shared GOCACHE and GOMODCACHE: of 1, 4 and 16 that start at once, not all load their packages.',
  source: 'folk advice (F20)',
  // One downloads the module; the others wait for its lock only for that long.
  cells: [{ gopls: '*', expect: 'not-reproduced' }],
  files: `
-- go.mod --
module example.com/m

go 1.21

require example.com/dep v1.0.0
-- go.sum --
-- main.go --
package main

import _ "example.com/dep"

func main() {}
-- proxy/example.com/dep@v1.0.0/go.mod --
module example.com/dep

go 1.21
-- proxy/example.com/dep@v1.0.0/dep.go --
package dep
`,
  // v0.24.0 sometimes exits at once if two start on a new cache (gopls-index-race); not the subject here.
  setup: ['go mod tidy', 'gopls check main.go', 'mkfifo $LAB/tmp/{1,4,16,shared}.{start,go}'],
  workers: [
    // Each group shares empty caches. Loaded sessions stay until their whole group is loaded; then the next group starts.
    {
      name: 'one',
      run: 'GOCACHE=$LAB/1/build GOMODCACHE=$LAB/1/mod editor --phase-ms 90000 --loaded ": >$LAB/tmp/1.$COPY.loaded; read <$LAB/tmp/1.go" gopls',
    },
    {
      name: 'four',
      count: 4,
      run: 'read <$LAB/tmp/4.start; GOCACHE=$LAB/4/build GOMODCACHE=$LAB/4/mod editor --phase-ms 90000 --loaded ": >$LAB/tmp/4.$COPY.loaded; read <$LAB/tmp/4.go" gopls',
    },
    {
      name: 'sixteen',
      count: 16,
      run: 'read <$LAB/tmp/16.start; GOCACHE=$LAB/16/build GOMODCACHE=$LAB/16/mod editor --phase-ms 90000 --loaded ": >$LAB/tmp/16.$COPY.loaded; read <$LAB/tmp/16.go" gopls',
    },
    // For comparison: one daemon for sixteen.
    {
      name: 'shared',
      count: 16,
      run: 'read <$LAB/tmp/shared.start; GOCACHE=$LAB/shared/build GOMODCACHE=$LAB/shared/mod editor --phase-ms 90000 --loaded ": >$LAB/tmp/shared.$COPY.loaded; read <$LAB/tmp/shared.go" -- gopls -remote="unix;$XDG_RUNTIME_DIR/daemon"',
    },
    {
      name: 'daemon',
      run: 'exec gopls serve -listen="unix;$XDG_RUNTIME_DIR/daemon"',
      background: true,
    },
    {
      name: 'weigh-one',
      after: '[[ $(ls $LAB/tmp | grep -c "^1[.].*loaded") == 1 ]]',
      run: 'for pid in $(pids_named gopls one); do cat /proc/$pid/smaps_rollup; done; exec 3<>$LAB/tmp/1.go 4<>$LAB/tmp/4.start; yes | head -99 | tee /dev/fd/4 >&3; sleep infinity',
      background: true,
    },
    {
      name: 'weigh-four',
      after: '[[ $(ls $LAB/tmp | grep -c "^4[.].*loaded") == 4 ]]',
      run: 'for pid in $(pids_named gopls four); do cat /proc/$pid/smaps_rollup; done; exec 3<>$LAB/tmp/4.go 4<>$LAB/tmp/16.start; yes | head -99 | tee /dev/fd/4 >&3; sleep infinity',
      background: true,
    },
    {
      name: 'weigh-sixteen',
      after: '[[ $(ls $LAB/tmp | grep -c "^16[.].*loaded") == 16 ]]',
      run: 'for pid in $(pids_named gopls sixteen); do cat /proc/$pid/smaps_rollup; done; exec 3<>$LAB/tmp/16.go 4<>$LAB/tmp/shared.start; yes | head -99 | tee /dev/fd/4 >&3; sleep infinity',
      background: true,
    },
    {
      name: 'weigh-shared',
      after: '[[ $(ls $LAB/tmp | grep -c "^shared[.].*loaded") == 16 ]]',
      run: 'for pid in $(pids_named gopls daemon shared); do cat /proc/$pid/smaps_rollup; done; exec 3<>$LAB/tmp/shared.go; yes | head -99 >&3; sleep infinity',
      background: true,
    },
    // Records the first moment at which one of them waits for a lock, if any does.
    {
      name: 'wait',
      after: 'waiting_pids four || waiting_pids sixteen',
      run: 'waiting_pids four || waiting_pids sixteen; locks_held_by four || locks_held_by sixteen',
      background: true,
    },
  ],
  // Figures of the machine; no verdict depends on them.
  probes: {
    waiting:
      'waiting_pids one || waiting_pids four || waiting_pids sixteen || waiting_pids shared || waiting_pids daemon',
    'ms to loaded': `for group in one four sixteen shared; do grep -oE '"(start|initialize|go env|go list)":[0-9]+' /dev/null $LAB/out/worker/$group.*/stdout | awk -F: -v group=$group '{ms[$1] += $NF} END {for (file in ms) {n++; sum += ms[file]; if (ms[file] > max) max = ms[file]} if (n > 0) printf "%s: %d on average, %d at most\\n", group, sum / n, max}'; done`,
    memory: `for group in one four sixteen shared; do awk -v group=$group '/^Rss:/ {rss += $2} /^Pss:/ {pss += $2; n++} END {printf "%s: %d gopls, RSS %d KiB, PSS %d KiB\\n", group, n, rss, pss}' $LAB/out/worker/weigh-$group.0/stdout; done`,
    'seen to wait': 'cat $LAB/out/worker/wait.0/stdout',
  },
  check: waitsForLock('waiting'),
  deadlineMs: 120_000,
  exclusive: true,
});

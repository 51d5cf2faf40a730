import { defineScenario, probePrints } from '../../../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'Agents that each start a gopls have a server each, even in one workspace: eight agents, eight servers. Share one daemon.',
  source: 'folk advice (F19, F20); gopls/doc/daemon.md; golang/go#41998',
  cells: [{ gopls: '*', expect: 'reproduced' }],
  files: `
-- go.mod --
module example.com/m

go 1.21
-- main.go --
package main

func main() {}
-- counting/go --
#!/bin/sh
# gopls then names its socket after its own path; otherwise it compiles "go tool buildid" first (gopls-daemon-cold-buildid).
if [ "$1 $2" = "tool buildid" ]; then exit 1; fi
case "$*" in "list "*-deps=true*) echo "$*" >>"$LAB/tmp/loads" ;; esac
exec "$REAL_GO" "$@"
`,
  env: { REAL_GO: '$(command -v go)' },
  // gopls has run here before: several that create its cache at once may make it unusable (gopls-index-race).
  setup: ['chmod +x counting/go', 'gopls check main.go', 'mkfifo $LAB/tmp/{one,four,eight}.go'],
  workers: [
    // A session stays until all of its group have loaded.
    {
      name: 'one',
      run: 'PATH=$WORK/counting:$PATH editor --phase-ms 40000 --loaded ": >$LAB/tmp/one.$COPY.loaded; read <$LAB/tmp/one.go" gopls',
    },
    {
      name: 'four',
      count: 4,
      after: 'exited one',
      run: 'PATH=$WORK/counting:$PATH editor --phase-ms 40000 --loaded ": >$LAB/tmp/four.$COPY.loaded; read <$LAB/tmp/four.go" gopls',
    },
    {
      name: 'eight',
      count: 8,
      after: 'exited four',
      run: 'PATH=$WORK/counting:$PATH editor --phase-ms 40000 --loaded ": >$LAB/tmp/eight.$COPY.loaded; read <$LAB/tmp/eight.go" gopls',
    },
    {
      name: 'count-one',
      after: '[[ -e $LAB/tmp/one.0.loaded ]]',
      run: 'running "^[^ ]*gopls( serve .*)?$"; for pid in $(running "^[^ ]*gopls( |$)"); do grep ^Anonymous /proc/$pid/smaps_rollup; done; exec 3<>$LAB/tmp/one.go; yes | head -9 >&3; sleep infinity',
      background: true,
    },
    {
      name: 'count-four',
      after: '[[ $(ls $LAB/tmp | grep -c "^four[.].*loaded") == 4 ]]',
      run: 'running "^[^ ]*gopls( serve .*)?$"; for pid in $(running "^[^ ]*gopls( |$)"); do grep ^Anonymous /proc/$pid/smaps_rollup; done; exec 3<>$LAB/tmp/four.go; yes | head -9 >&3; sleep infinity',
      background: true,
    },
    {
      name: 'count-eight',
      after: '[[ $(ls $LAB/tmp | grep -c "^eight[.].*loaded") == 8 ]]',
      run: 'running "^[^ ]*gopls( serve .*)?$"; for pid in $(running "^[^ ]*gopls( |$)"); do grep ^Anonymous /proc/$pid/smaps_rollup; done; exec 3<>$LAB/tmp/eight.go; yes | head -9 >&3; sleep infinity',
      background: true,
    },
  ],
  deadlineMs: 120_000,
  probes: {
    servers:
      'echo $(grep -cE "^[0-9]+$" $LAB/out/worker/count-one.0/stdout) for one, $(grep -cE "^[0-9]+$" $LAB/out/worker/count-four.0/stdout) for four, $(grep -cE "^[0-9]+$" $LAB/out/worker/count-eight.0/stdout) for eight',
    loads: 'echo $(wc -l <$LAB/tmp/loads) go list for thirteen sessions',
    // A figure of this machine and this small workspace; no verdict depends on it.
    memory: `for group in one four eight; do awk -v group=$group '/^Anonymous/ {n++; sum += $2} END {printf "%s: %d processes, %d KiB\\n", group, n, sum}' $LAB/out/worker/count-$group.0/stdout; done`,
  },
  mitigations: {
    // The first starts the daemon, alone: two that start it at once may start two (gopls-daemon-clean-start).
    'one daemon for all: -remote=auto': {
      run: {
        one: 'PATH=$WORK/counting:$PATH editor --phase-ms 40000 --loaded ": >$LAB/tmp/one.$COPY.loaded; read <$LAB/tmp/one.go" -- gopls -remote=auto',
        four: 'PATH=$WORK/counting:$PATH editor --phase-ms 40000 --loaded ": >$LAB/tmp/four.$COPY.loaded; read <$LAB/tmp/four.go" -- gopls -remote=auto',
        eight:
          'PATH=$WORK/counting:$PATH editor --phase-ms 40000 --loaded ": >$LAB/tmp/eight.$COPY.loaded; read <$LAB/tmp/eight.go" -- gopls -remote=auto',
      },
    },
    // A daemon has a view for each session.
    'one daemon for all, to load the workspace once': {
      run: {
        one: 'PATH=$WORK/counting:$PATH editor --phase-ms 40000 --loaded ": >$LAB/tmp/one.$COPY.loaded; read <$LAB/tmp/one.go" -- gopls -remote=auto',
        four: 'PATH=$WORK/counting:$PATH editor --phase-ms 40000 --loaded ": >$LAB/tmp/four.$COPY.loaded; read <$LAB/tmp/four.go" -- gopls -remote=auto',
        eight:
          'PATH=$WORK/counting:$PATH editor --phase-ms 40000 --loaded ": >$LAB/tmp/eight.$COPY.loaded; read <$LAB/tmp/eight.go" -- gopls -remote=auto',
      },
      check: probePrints('loads', /^13 go list/),
      expect: 'fails',
    },
  },
  check: probePrints('servers', /^1 for one, 4 for four, 8 for eight/),
});

/**
 * A module cache that two machines share by NFS 4.2: the scenarios of the lab only imitate it, with mounts of one machine. Here the
 * machines have kernels of their own, and the server is nfs-ganesha.
 */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AModule, aModule, publish } from '../../integration/cache/a-module.ts';
import { aRealGo } from '../../integration/lab/a-real-go.ts';
import { type AnNfs, anNfs, leaseSeconds, missingNfs } from './an-nfs.ts';

const missing = missingNfs();

describe.skipIf(missing !== null)(`on NFS 4.2 (needs: ${missing ?? 'nothing more'})`, () => {
  let nfs: AnNfs;
  let module: AModule;
  let prelude: string;
  const count = 5;
  beforeAll(async () => {
    const { go } = await aRealGo();
    module = await aModule({ 'go.mod': 'module example.com/m\n\ngo 1.24\n' });
    for (let one = 0; one < count; one++) {
      await publish(module, `example.com/dep${one}`, 'v1.0.0', { 'dep.go': 'package dep\n' });
    }
    nfs = await anNfs();
    prelude = `
export PATH=${join(go.goroot, 'bin')}:$PATH GOTOOLCHAIN=local GOSUMDB=off GOPROXY=file://${join(module.folder, 'proxy')}
export GOPATH=/run/home/go GOMODCACHE=/run/shared/mod GOTELEMETRY=off GOENV=off
cd /run/home && printf 'module example.com/m\\n\\ngo 1.24\\n' >go.mod
all=$(printf 'example.com/dep%s@v1.0.0 ' $(seq 0 ${count - 1}))
lock=$GOMODCACHE/cache/download/example.com/dep0/@v/v1.0.0.lock
mkdir -p \${lock%/*}
free() { flock -n $lock echo the lock is free || echo the lock is held; }
hold() { flock $lock sh -c 'echo holds; until [ -e /run/home/let-go ]; do sleep 0.1; done' & holder=$!; }
`;
  }, 600_000);
  afterAll(async () => {
    await nfs?.[Symbol.asyncDispose]();
    await module?.[Symbol.asyncDispose]();
  });

  it('flock excludes between machines, go waits, and no holder is visible to it; a killed holder and a dead machine let go', async () => {
    const first = await nfs.boot(`${prelude}
hold
await_word kill
kill -KILL -- $(pgrep -f let-go) $holder
echo killed
await_word hold-again
hold
await_word never
`);
    await first.says('holds');
    const second = await nfs.boot(`${prelude}
free
(go mod download example.com/dep0@v1.0.0; echo download ended with $?) &
until ls -l /proc/[0-9]*/fd 2>/dev/null | grep -q v1.0.0.lock; do sleep 0.1; done
echo go has opened the lock
await_word look
jobs -r | grep -q download && echo go waits
grep -c FLOCK /proc/locks | sed 's/^/locks seen: /'
echo has looked
await_word again
until flock -n $lock true; do sleep 0.1; done; echo free after the kill
await_word contend
free
time flock $lock echo free after the power failed
`);
    await second.says('the lock is held');
    await second.says('go has opened the lock');
    await second.tell('look');
    await second.says('has looked');
    expect(second.said()).toContain('\ngo waits\n');
    expect(second.said(), 'the lock of the other machine').toContain('\nlocks seen: 0\n');
    expect(second.said()).not.toContain('download ended');
    await first.tell('kill');
    await second.says('download ended with 0');
    await second.tell('again');
    await second.says('free after the kill');
    await first.tell('hold-again');
    const holds = () =>
      first
        .said()
        .split('\n')
        .filter((line) => line === 'holds').length;
    while (holds() < 2) await new Promise((resolve) => setTimeout(resolve, 50));
    await first.powerFails();
    await second.tell('contend');
    await second.says('free after the power failed');
    expect(second.said(), `the server keeps it for ${leaseSeconds} s`).toMatch(
      /the lock is held[\s\S]*the lock is held/,
    );
    await second.ended;
  });

  /** Longer than the client's thirty seconds, so that a slow machine proves the same. */
  const remembers = 'acdirmin=3600,acdirmax=3600';

  it.each([
    ['fails', remembers, '1', 'notes'],
    ['with lookupcache=positive succeeds', `${remembers},lookupcache=positive`, '0', 'does not note'],
    ['with actimeo=0 succeeds', 'actimeo=0', '0', 'does not note'],
  ])(
    'go mod download %s on a machine that has missed a module which another has downloaded since, with %s: status %s, and the doctor %s it',
    async (verb, options, status, notes) => {
      const own = verb.replaceAll(' ', '-');
      const first = await nfs.boot(`${prelude}
export GOMODCACHE=/run/shared/${own}
mkdir -p $GOMODCACHE/example.com && echo made
await_word go
go mod download example.com/dep0@v1.0.0; echo download ended with $?
`);
      await first.says('made');
      const second = await nfs.boot(
        `${prelude}
export GOMODCACHE=/run/shared/${own}
ls -d $GOMODCACHE/example.com/dep0@v1.0.0 2>/dev/null || echo misses it
await_word go
go mod download example.com/dep0@v1.0.0; echo download ended with $?
TMPDIR=/run ${process.execPath} ${join(import.meta.dirname, '../../../src/cli.ts')} doctor /run/home --timeout 300 --json >/run/doctor 2>/run/why; cat /run/why
grep -c '"id": "nfs-lookup-cache"' /run/doctor | sed 's/^/notes: /'
`,
        options,
      );
      await second.says('misses it');
      await first.tell('go');
      await first.says('download ended with 0');
      await second.tell('go');
      await second.says(`download ended with ${status}`);
      if (status === '1') {
        expect(second.said()).toMatch(/unzip \S+\.zip: target directory \S+dep0@v1\.0\.0 exists and is not empty/);
      }
      await second.says(`notes: ${notes === 'notes' ? 1 : 0}`);
      await Promise.all([first.ended, second.ended]);
    },
  );

  it('with lookupcache=positive, machines that download the same modules at once all succeed', async () => {
    const script = `${prelude}
export GOMODCACHE=/run/shared/at-once
echo ready
await_word go
go mod download $all; echo download ended with $?
await_word check
GOPROXY=off go mod download $all; echo offline ended with $?
ls $GOMODCACHE/example.com | wc -l | sed 's/^/modules: /'
`;
    const machines = await Promise.all([0, 1].map(() => nfs.boot(script, 'lookupcache=positive')));
    for (const machine of machines) await machine.says('ready');
    for (const machine of machines) await machine.tell('go');
    for (const machine of machines) await machine.says('download ended with 0');
    for (const machine of machines) await machine.tell('check');
    for (const machine of machines) {
      await machine.says('offline ended with 0');
      await machine.says(`modules: ${count}`);
    }
  });

  it('go.sum is written in place under a lock: machines that tidy one module at once lose no line of it', async () => {
    const tidy = `
export GOFLAGS=-mod=mod GOMODCACHE=/run/home/mod
cd /run/shared/m
echo ready
await_word go
for run in 1 2 3; do go mod tidy || echo tidy failed; done
echo has tidied
`;
    const first = await nfs.boot(`${prelude}
mkdir /run/shared/m && cd /run/shared/m || exit
cp /run/home/go.mod . && echo 'package m' >m.go
printf 'import _ "example.com/dep%s"\\n' $(seq 0 ${count - 1}) >>m.go
go get $all && go mod tidy && sort go.sum >/run/home/go.sum && stat -c %i go.sum >/run/home/inode && echo made
await_word empty
: >go.sum
echo emptied
${tidy}
await_word compare
wc -l <go.sum
sort go.sum | diff - /run/home/go.sum && echo no line is lost
stat -c %i go.sum | diff - /run/home/inode && echo it is the same file
echo $(ls -A)
`);
    await first.says('made');
    const second = await nfs.boot(prelude + tidy);
    await second.says('ready');
    await first.tell('empty');
    await first.says('ready');
    await Promise.all([first.tell('go'), second.tell('go')]);
    await Promise.all([first.says('has tidied'), second.says('has tidied')]);
    await first.tell('compare');
    await first.ended;
    expect(first.said() + second.said()).not.toContain('tidy failed');
    expect(first.said()).toContain(`\n${2 * count}\nno line is lost\nit is the same file\ngo.mod go.sum m.go\n`);
    await second.ended;
  });
});

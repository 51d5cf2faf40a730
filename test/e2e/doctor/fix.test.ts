/** `unlatch doctor --fix` as users run it, on separate machines, with real processes and a real lock of Go's. */

import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseTxtar } from '../../../src/lab/scenario/txtar.ts';
import { splitModules } from '../../../src/lab/trial/go-proxy.ts';
import { aRealGo } from '../../integration/lab/a-real-go.ts';
import { writeProxy } from '../../integration/write-proxy.ts';
import type { Place } from '../cli/a-cli.ts';
import { cliForAll } from '../cli/cli-of-file.ts';
import { aGoHome } from './a-go-home.ts';
import { aMachine, type Machine, missingMachine } from './a-machine.ts';

const cli = cliForAll();

const lock = 'gopath/pkg/mod/cache/download/example.com/dep/@v/v1.0.0.lock';

interface Case extends AsyncDisposable {
  readonly place: Place;
  readonly machine: Machine;
}

/** A workspace with one requirement, served from files, and bash functions that use its lock. */
async function aCase(): Promise<Case> {
  const place = await cli.place();
  const { go } = await aRealGo();
  await place.write('work/go.mod', 'module example.com/m\n\ngo 1.21\n\nrequire example.com/dep v1.0.0\n');
  const { modules } = splitModules(parseTxtar('-- proxy/example.com/dep@v1.0.0/dep.go --\npackage dep\n'));
  await mkdir(join(place.path, dirname(lock)), { recursive: true });
  const env = await aGoHome(cli, place, [join(go.goroot, 'bin/go')], {
    GOPROXY: writeProxy(join(place.path, 'proxy'), modules),
    GOFLAGS: '-mod=mod',
    LOCK: join(place.path, lock),
  });
  const machine = aMachine(place.path, { ...env, doctor: `${env['doctor']} work` });
  return {
    place,
    machine,
    [Symbol.asyncDispose]: async () => {
      await machine[Symbol.asyncDispose]();
      await place[Symbol.asyncDispose]();
    },
  };
}

/** The holder outlives the shell that took the lock, and init becomes its parent. */
const orphan =
  "setsid bash -c 'exec 9>$LOCK; flock 9; sleep 600 >/dev/null 2>&1 &'; until orphan=$(pgrep -x sleep); do :; done";
const waiter =
  '(cd work && exec go mod download) >/dev/null 2>&1 & waiter=$!; until grep -qs locks_lock /proc/$waiter/task/*/wchan; do :; done';

describe.skipIf(missingMachine !== null)(`on a machine (needs: ${missingMachine ?? 'nothing more'})`, () => {
  test('an orphan that holds a lock is ended, its waiter continues, and the lock file stays', async () => {
    await using own = await aCase();
    const { machine } = own;
    await machine.sh(`${orphan}; ${waiter}`);
    const { code, stdout } = await machine.sh('$doctor --fix --yes 2>/dev/null');
    expect(stdout).toMatch(/→ kill -KILL \d+ .*\n {4}✓ sent SIGKILL to an orphaned `sleep` \(pid \d+, .*\)\n/);
    // The waiting go may have ended by then, or be at its download.
    expect(stdout).toMatch(
      /\nDone: 1 step\. No lock file was deleted\.\nNow: (?:No problem found;|Nothing blocks go) /,
    );
    expect(code).toBe(0);
    expect(
      (
        await machine.sh('wait $waiter; echo $?; test -e $LOCK && echo kept; pgrep -x sleep || echo ended')
      ).stdout.trim(),
    ).toBe('0\nkept\nended');
  });

  test('an orphan that gets the lock next is ended in the next round', async () => {
    await using own = await aCase();
    const { machine } = own;
    await machine.sh(`${orphan}`);
    // It does not wait in flock(2), so the doctor cannot know of it yet.
    await machine.sh(
      "setsid bash -c '(exec 9>$LOCK; until flock -n 9; do read -rt 0.02 <> <(:); done; exec sleep 600) >/dev/null 2>&1 &'",
    );
    await machine.sh(waiter);
    const { code, stdout } = await machine.sh('$doctor --fix --yes --json 2>/dev/null');
    const { fix } = JSON.parse(stdout);
    const ended = fix.done.filter(({ outcome }: { outcome: string }) => outcome === 'done');
    // Either may be the first: the waiting go may get the lock before the other orphan does.
    expect(ended.map(({ finding }: { finding: string }) => finding)).toEqual(expect.arrayContaining(['orphan-holder']));
    expect([code, fix.findings.filter(({ severity }: { severity: string }) => severity !== 'note')]).toEqual([0, []]);
    expect((await machine.sh('wait $waiter; echo $?')).stdout.trim()).toBe('0');
  });

  test('nothing is done without an answer: no terminal and no --yes is a mistake of the caller', async () => {
    await using own = await aCase();
    const { machine } = own;
    await machine.sh(`${orphan}; ${waiter}`);
    const { code, stdout } = await machine.sh('$doctor --fix 2>&1 </dev/null');
    expect(stdout.trim()).toBe(
      'unlatch: --fix asks before each step, but the input is not a terminal; add --yes, or run it in a terminal',
    );
    expect(code).toBe(2);
    expect((await machine.sh('kill -0 $orphan && kill -0 $waiter && echo live')).stdout.trim()).toBe('live');
  });

  test.each([
    ['n', 1, 'not done', 'live'],
    ['y', 0, 'sent SIGKILL', 'ended'],
  ])('on a terminal each step is asked for: %s', async (answer, status, said, then) => {
    await using own = await aCase();
    const { machine } = own;
    await machine.sh(`${orphan}; ${waiter}`);
    const { code, stdout } = await machine.sh(`echo ${answer} | script -qec "$doctor --fix" /dev/null`);
    expect(stdout).toContain('Do this? [y/N]');
    expect(stdout).toContain(said);
    expect(code).toBe(status);
    expect((await machine.sh('kill -0 $orphan 2>/dev/null && echo live || echo ended')).stdout.trim()).toBe(then);
  });

  test('Ctrl-C at a question ends it, and nothing more is done', async () => {
    await using own = await aCase();
    const { machine } = own;
    await machine.sh(`${orphan}; ${waiter}`);
    await machine.sh('mkfifo keys; script -qefc "$doctor --fix" said <keys >/dev/null & session=$!; exec 8>keys');
    await machine.sh("until grep -qs 'Do this' said; do :; done; printf '\\3' >&8; wait $session; echo $? >status");
    expect((await machine.sh('cat status; kill -0 $orphan && echo live')).stdout.trim()).toBe('130\nlive');
    expect((await machine.sh('grep Interrupted said')).code).toBe(0);
  });

  test('Ctrl-C in the look after a step ends what that look waits for', async () => {
    await using own = await aCase();
    const { machine } = own;
    await machine.sh(`${orphan}; ${waiter}; echo $orphan >orphan`);
    // Answers as long as the orphan lives.
    await machine.sh(
      'go=$(readlink -f $(command -v go)); mkdir first; export PATH=$PWD/first:$PATH; hash -r\n' +
        'printf \'#!/bin/sh\\nkill -0 %s 2>/dev/null && exec %s "$@"\\nexec sleep 601\\n\' $orphan $go >first/go; chmod +x first/go',
    );
    await machine.sh(
      '$doctor --fix --yes --timeout 600 >said 2>&1 & session=$!; until pgrep -f "sleep 601"; do :; done',
    );
    const { stdout } = await machine.sh(
      'kill -TERM $session; wait $session; echo $?; pgrep -f "sleep 601" || echo none',
    );
    expect(stdout.trim()).toBe('130\nnone');
    expect((await machine.sh('grep -e SIGKILL -e Interrupted said')).stdout).toMatch(/sent SIGKILL[\s\S]*Interrupted/);
  });

  test('a stopped gopls continues', async () => {
    await using own = await aCase();
    const { machine } = own;
    // The name alone makes it a gopls: the doctor reads nothing else of the program.
    await machine.sh('cp /usr/bin/sleep gopls; ./gopls 600 >/dev/null 2>&1 & gopls=$!');
    // Until then it is bash, which would be stopped as bash.
    await machine.sh('until [[ $(</proc/$gopls/comm) == gopls ]]; do :; done');
    await machine.sh('until kill -STOP $gopls && grep -q "State:.T" /proc/$gopls/status; do :; done');
    const { code, stdout } = await machine.sh('$doctor --fix --yes 2>/dev/null');
    expect(stdout).toMatch(/process-stopped: .*\n {2}→ kill -CONT \d+/);
    expect(code).toBe(0);
    expect((await machine.sh('grep State: /proc/$gopls/status')).stdout).toMatch(/S \(sleeping\)/);
  });
});

test.each([
  [['--yes'], /--yes goes with --fix/],
  [['--fix', '--from', 'x'], /--from judges a stored snapshot/],
  [['--fix', '--json'], /--fix --json cannot ask; add --yes/],
  [['--fix', '--log', 'x'], /--log only judges a log/],
])('doctor %j is refused', async (options, why) => {
  await using place = await cli.place();
  const { code, stderr } = await place.run(['doctor', ...options]);
  expect([code, stderr]).toEqual([2, expect.stringMatching(why)]);
});

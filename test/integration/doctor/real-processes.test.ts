import { spawnSync } from 'node:child_process';
import { readFile, utimes } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { takeSnapshot } from '../../../src/doctor/facts/take-snapshot.ts';
import type { Finding } from '../../../src/doctor/finding.ts';
import { diagnose } from '../../../src/doctor/judge/diagnose.ts';
import { stepText } from '../../../src/doctor/remedy/remedy.ts';
import type { Snapshot } from '../../../src/doctor/snapshot.ts';
import { aShell, said } from './a-shell.ts';
import { aPlace, foundIn, type Place } from './a-snapshot.ts';

const lock = 'gopath/pkg/mod/cache/download/example.com/!dep/@v/v1.0.0.lock';

const asRoot = process.getuid?.() === 0;

const started = (script: string, env: Readonly<Record<string, string>>) => aShell(script, { env });

/** Waits until a process waits in flock(2). */
async function untilWaiting(pid: number | undefined): Promise<void> {
  while (!(await readFile(`/proc/${pid}/wchan`, 'utf8')).includes('locks_lock'))
    await new Promise((resolve) => setImmediate(resolve));
}

function remedyOf(finding: Finding | undefined): string {
  return (finding?.remedy ?? []).map(stepText).join('\n');
}

function verdictOf(snapshot: Snapshot, place: Place): string {
  const processes = snapshot.processes.filter(({ files }) => files.some(({ path }) => path.startsWith(place.root)));
  return diagnose({ ...snapshot, processes, sockets: [] }).verdict;
}

describe('a held lock of Go', () => {
  test('is no finding without a waiter', async () => {
    await using place = await aPlace();
    const path = await place.write(lock, '');
    await using holder = started(`exec 5>"${path}"; flock 5; echo held; exec sleep 60`, place.env);
    await said(holder);
    const snapshot = await place.look();
    expect(foundIn(snapshot, place.root)).toEqual([]);
    const [fact] = snapshot.processes.filter(({ pid }) => pid === holder.pid);
    expect(fact?.files).toMatchObject([{ path, lock: 'WRITE' }]);
  });

  test.each([
    [
      'a live process',
      'exec sleep 60',
      'lock-waiter',
      'TERM',
      /^`flock` \(pid \d+, \d+ s\) waits for the lock of example\.com\/Dep@v1\.0\.0, held by `sleep`/,
    ],
    [
      'a stopped process',
      'kill -STOP $$',
      'process-stopped',
      'CONT',
      /held by `bash` \(pid \d+, \d+ s\), which is stopped/,
    ],
  ])('by %s, with a waiter', async (_, keep, id, signal, verdict) => {
    await using place = await aPlace();
    const path = await place.write(lock, '');
    await using holder = started(`exec 5>"${path}"; flock 5; echo held; ${keep}`, place.env);
    await said(holder);
    await using waiter = started(`exec flock "${path}" true`, place.env);
    await untilWaiting(waiter.pid);
    const snapshot = await place.look();
    expect(foundIn(snapshot, place.root)).toEqual([id]);
    expect(verdictOf(snapshot, place)).toMatch(verdict);
    const finding = diagnose(snapshot).findings.find(({ pids }) => pids.includes(waiter.pid ?? 0));
    expect(finding?.pids).toEqual([holder.pid, waiter.pid]);
    expect(remedyOf(finding)).toMatch(new RegExp(`^kill -${signal} ${holder.pid}\\b`));
  });

  test('by a child that inherited it from a dead parent, which /proc/locks does not show', async () => {
    await using place = await aPlace();
    const path = await place.write(lock, '');
    await using holder = started(`exec 5>"${path}"; flock 5; sleep 60 5>&5 & echo $!; exec 5>&-; wait`, place.env);
    const child = Number(await said(holder));
    await using waiter = started(`exec flock "${path}" true`, place.env);
    await untilWaiting(waiter.pid);
    spawnSync('kill', ['-KILL', `${holder.pid}`]);
    const snapshot = await place.look();
    const finding = diagnose(snapshot).findings.find(({ pids }) => pids.includes(waiter.pid ?? 0));
    expect(foundIn(snapshot, place.root)).toEqual(['orphan-holder']);
    expect(finding?.pids).toEqual([child, waiter.pid]);
    expect(remedyOf(finding)).toMatch(new RegExp(`^kill -\\w+ ${child}\\b`));
  });

  test.runIf(asRoot)(
    'by a process in another PID namespace, as one sees it from a container of its own (needs: root)',
    async () => {
      await using place = await aPlace();
      const path = await place.write(lock, '');
      await using holder = started(`exec 5>"${path}"; flock 5; echo held; exec sleep 60`, place.env);
      await said(holder);
      const script = [
        // Its /proc does not show the holder, and its /proc/locks no waiter.
        `flock "${path}" true & until grep -q locks_lock /proc/$!/wchan; do :; done`,
        `exec "${process.execPath}" "${join(import.meta.dirname, 'look.ts')}" "${place.root}/work"`,
      ].join('\n');
      const { stdout, stderr } = spawnSync(
        'unshare',
        ['--pid', '--fork', '--kill-child', '--mount-proc', 'bash', '-c', script],
        { env: place.env, encoding: 'utf8', maxBuffer: 2 ** 26 },
      );
      expect(stderr).toBe('');
      const snapshot = JSON.parse(stdout) as Snapshot;
      expect(foundIn(snapshot, place.root)).toEqual(['lock-waiter']);
      const [finding] = diagnose(snapshot).findings.filter(({ id }) => id === 'lock-waiter');
      expect(finding?.summary).toMatch(
        /the lock of example\.com\/Dep@v1\.0\.0, held by a process that cannot be seen from here$/,
      );
      expect(remedyOf(finding)).toMatch(/^the holder runs in another container or as another user: look there/);
    },
  );

  test('files of the version that is being downloaded are no leftovers', async () => {
    await using place = await aPlace();
    await place.write('work/go.sum', 'example.com/Dep v1.0.0 h1:x=\n');
    const left = await place.write(lock.replace('.lock', '.zip1.tmp'), '');
    const minuteAgo = new Date(Date.now() - 60_000);
    await utimes(left, minuteAgo, minuteAgo);
    expect(foundIn(await place.look(), place.root)).toEqual(['rename-leftovers']);
    const path = await place.write(lock, '');
    await using holder = started(`exec 5>"${path}"; flock 5; echo held; exec sleep 60`, place.env);
    await said(holder);
    expect(foundIn(await place.look(), place.root)).toEqual([]);
  });
});

test('a real go that waits for a silent proxy, and no finding once that go has exited', async () => {
  await using place = await aPlace();
  await place.write('work/go.mod', 'module example.com/m\n\ngo 1.21\n\nrequire example.com/dep v1.0.0\n');
  await place.write('work/m.go', 'package m\n\nimport _ "example.com/dep"\n');
  let asked: () => void = () => undefined;
  const request = new Promise<void>((resolve) => {
    asked = resolve;
  });
  const proxy = createServer((socket) => {
    socket.once('data', () => asked());
    socket.on('error', () => undefined);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => proxy.once('listening', resolve));
  const { port } = proxy.address() as { port: number };
  const env = {
    ...place.env,
    GOPROXY: `http://127.0.0.1:${port},https://user:pw-of-this-test@proxy.invalid`,
    GOSUMDB: 'off',
    GOFLAGS: '-mod=mod',
  };
  {
    await using go = started(`cd "${place.root}/work" && exec go mod download`, env);
    await request;
    // A connection counts as silent after a while, by the kernel's timers.
    let snapshot = await place.look();
    const silent = () => snapshot.processes.find(({ pid }) => pid === go.pid)?.connections[0]?.sentMs ?? 0;
    const slow = () => diagnose(snapshot).findings.find(({ pids }) => pids.includes(go.pid ?? 0));
    while (silent() < 8000) snapshot = await place.look();
    // An answer may still come, so this is a note. A busy machine may look after ten seconds only.
    const isLate = silent() >= 10_000;
    expect(foundIn(snapshot, place.root)).toEqual(isLate ? ['stalled-proxy'] : []);
    expect(slow()).toMatchObject({ id: 'stalled-proxy', severity: isLate ? 'error' : 'note' });
    while (silent() < 10_000) snapshot = await place.look();
    expect(foundIn(snapshot, place.root)).toEqual(['stalled-proxy']);
    expect(JSON.stringify(snapshot)).not.toContain('pw-of-this-test');
  }
  expect(foundIn(await place.look(), place.root)).toEqual([]);
  proxy.close();
});

describe('a real go that reads the output of a tool', () => {
  /** A go build whose first compiler runs these shell lines; later ones are the plain compiler. */
  async function building(place: Place, lines: string) {
    await place.write('work/m.go', 'package m\n');
    const wrap = await place.write(
      'wrap',
      `#!/bin/bash\n[[ -e $HOME/once ]] || { >$HOME/once; ${lines}; }\nexec "$@"\n`,
    );
    spawnSync('chmod', ['+x', wrap]);
    return started(`cd "${place.root}/work" && exec go build -toolexec ${wrap} .`, place.env);
  }

  test('waits for a process that inherited the pipe, until that process ends', async () => {
    await using place = await aPlace();
    await using go = await building(place, 'setsid sleep 60 & echo $! >$HOME/once');
    let snapshot = await place.look();
    while (foundIn(snapshot, place.root).length === 0) snapshot = await place.look();
    expect(foundIn(snapshot, place.root)).toEqual(['pipe-inherited']);
    const left = (await readFile(join(place.root, 'home/once'), 'utf8')).trim();
    const finding = diagnose(snapshot).findings.find(({ id }) => id === 'pipe-inherited');
    expect(remedyOf(finding)).toMatch(new RegExp(`^kill -TERM ${left}\\b`));
    spawnSync('kill', [left]);
    await new Promise((gone) => go.once('exit', gone));
    expect(foundIn(await place.look(), place.root)).toEqual([]);
  });

  test('is no finding while the tool works, whoever else has the pipe', async () => {
    await using place = await aPlace();
    await using go = await building(place, 'setsid sleep 60 & echo $! >$HOME/once; sleep 61');
    let snapshot = await place.look();
    const ageMs = () => snapshot.processes.find(({ command }) => command[1] === '60')?.ageMs ?? 0;
    while (ageMs() < 2500) snapshot = await place.look();
    expect(snapshot.processes.find(({ pid }) => pid === go.pid)?.pipes.length).toBeGreaterThan(0);
    expect(foundIn(snapshot, place.root)).toEqual([]);
    spawnSync('kill', [(await readFile(join(place.root, 'home/once'), 'utf8')).trim()]);
  });
});

test('a hanging command is ended at its timeout, with its children', async () => {
  await using place = await aPlace();
  const go = await place.write('bin/go', '#!/bin/sh\nsleep 61 &\nwait\n');
  spawnSync('chmod', ['+x', go]);
  const env = { ...place.env, PATH: `${place.root}/bin:/usr/bin:/bin` };
  const snapshot = await takeSnapshot({ folder: `${place.root}/work`, env, limitMs: 300, deep: false });
  expect(snapshot.go.local).toMatchObject({ code: null, timedOut: true });
  expect(snapshot.processes.filter(({ command }) => command.join(' ') === 'sleep 61')).toEqual([]);
});

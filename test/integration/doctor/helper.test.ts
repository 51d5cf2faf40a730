import type { ChildProcess } from 'node:child_process';
import { chmod } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { helperRoleOf } from '../../../src/doctor/chain/helper-role.ts';
import { readProcesses } from '../../../src/doctor/facts/process/processes.ts';
import type { Finding } from '../../../src/doctor/finding.ts';
import { diagnose } from '../../../src/doctor/judge/diagnose.ts';
import type { ProcessFact } from '../../../src/doctor/process-fact.ts';
import type { Snapshot } from '../../../src/doctor/snapshot.ts';
import { aGroup } from './a-shell.ts';
import { aPlace, foundIn, type Place } from './a-snapshot.ts';

/** A go command in that place. The end of the test ends it and its descendants. */
function started(place: Place, argv: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const [file = '', ...args] = argv;
  return aGroup(file, args, { env: { ...place.env, ...env }, cwd: join(place.root, 'work'), stdio: 'ignore' });
}

/** A program in that place that waits forever. */
async function aWaitingProgram(place: Place, name: string): Promise<string> {
  const path = await place.write(name, '#!/bin/sh\nsleep 300 &\nwait\n');
  await chmod(path, 0o755);
  return path;
}

/** Takes a snapshot once such a child has run longer than the doctor's limit for an answer. */
async function lookWhen(place: Place, ...gos: readonly ChildProcess[]): Promise<Snapshot> {
  const waits = () =>
    readProcesses([], null).processes.some(
      ({ ppid, ageMs, command }) =>
        gos.some(({ pid }) => pid === ppid) && ageMs > 10_500 && !command[0]?.includes('/pkg/tool/'),
    );
  while (!waits()) await new Promise((resolve) => setTimeout(resolve, 200));
  return await place.look();
}

function findingOf(snapshot: Snapshot, pid: number | undefined): Finding | undefined {
  return diagnose(snapshot).findings.find(({ pids }) => pids.includes(pid ?? 0));
}

describe.concurrent('a go command that waits for its helper process', () => {
  test('a GOAUTH command, with a second go waiting behind the first; its arguments stay secret', async () => {
    await using place = await aPlace();
    await place.write('work/go.mod', 'module example.com/m\n\ngo 1.21\n\nrequire example.com/dep v1.0.0\n');
    // Everything but the zip exists: the first process that requests it holds the lock of its version.
    const version = 'gopath/pkg/mod/cache/download/example.com/dep/@v/v1.0.0';
    await place.write(`${version}.info`, '{"Version":"v1.0.0"}');
    await place.write(`${version}.mod`, 'module example.com/dep\n');
    const auth = await aWaitingProgram(place, 'auth');
    const env = {
      GOAUTH: `${auth} --token=hunter2`,
      GOPROXY: 'https://127.0.0.1:1',
      GOFLAGS: '-mod=mod',
      GOSUMDB: 'off',
    };
    await using one = started(place, ['go', 'mod', 'download'], env);
    await using other = started(place, ['go', 'mod', 'download'], env);
    const snapshot = await lookWhen(place, one, other);
    expect(foundIn(snapshot, place.root)).toEqual(['helper-waits']);
    const finding = findingOf(snapshot, one.pid);
    expect(finding?.pids.slice(0, 2).toSorted()).toEqual([one.pid, other.pid].toSorted());
    expect(finding?.consequences).toHaveLength(1);
    expect(finding?.summary).toContain('waits for its GOAUTH command');
    expect(finding?.remedy).toContainEqual(expect.objectContaining({ env: { GOAUTH: 'netrc' } }));
    expect(JSON.stringify(finding?.evidence)).toContain(`GOAUTH=${auth}`);
    // The same with one fact changed: it has run for less than 10 s, or it is working.
    const changed = (change: Partial<ProcessFact>) =>
      findingOf({ ...snapshot, processes: snapshot.processes.map((one) => ({ ...one, ...change })) }, one.pid);
    expect(changed({ ageMs: 10_000 })?.severity).toBe('error');
    expect(changed({ ageMs: 9999 })).toMatchObject({ severity: 'note', remedy: [] });
    expect(changed({ ageMs: 1000 })).toBeUndefined();
    expect(changed({ did: { busyMs: 100, ioBytes: 0, children: 0 } })).toBeUndefined();
    expect(JSON.stringify(snapshot)).not.toContain('hunter2');
  }, 120_000);

  test.each([
    ['-toolexec', 'its -toolexec program', (program: string) => ['go', 'build', `-toolexec=${program}`, '.'], {}],
    ['-vettool', 'its -vettool', (program: string) => ['go', 'vet', `-vettool=${program}`, '.'], {}],
  ])(
    '%s',
    async (_, role, argv, env) => {
      await using place = await aPlace();
      await place.write('work/m.go', 'package m\n');
      const program = await aWaitingProgram(place, 'tool');
      await using go = started(place, argv(program), env);
      const snapshot = await lookWhen(place, go);
      expect(foundIn(snapshot, place.root)).toEqual(['helper-waits']);
      expect(findingOf(snapshot, go.pid)?.summary).toContain(`waits for ${role}`);
    },
    120_000,
  );

  test('the C compiler, replaced by another program', async () => {
    await using place = await aPlace();
    const cc = await place.write('bin/mycc', '#!/bin/sh\nexec sleep 301\n');
    await chmod(cc, 0o755);
    await using go = started(place, ['go', 'env', 'GOGCCFLAGS'], { CC: cc, CGO_ENABLED: '1' });
    const snapshot = await lookWhen(place, go);
    expect(foundIn(snapshot, place.root)).toEqual(['helper-waits']);
    expect(findingOf(snapshot, go.pid)?.remedy.at(0)).toMatchObject({ kind: 'signal' });
  }, 120_000);
});

describe.concurrent("a go command that waits for the user's own program is healthy", () => {
  test.each<[string, readonly string[], Readonly<Record<string, string>>]>([
    [
      'go run',
      ['go', 'run', 'm.go'],
      { 'work/m.go': 'package main\n\nimport "time"\n\nfunc main() { time.Sleep(time.Hour) }\n' },
    ],
    ['go generate', ['go', 'generate', '.'], { 'work/m.go': 'package m\n\n//go:generate sleep 302\n' }],
  ])(
    '%s',
    async (_, argv, files) => {
      await using place = await aPlace();
      for (const [name, text] of Object.entries(files)) await place.write(name, text);
      await using go = started(place, argv, { GOAUTH: 'auth', GOFLAGS: '-mod=mod' });
      const snapshot = await lookWhen(place, go);
      expect(go.exitCode).toBeNull();
      expect(foundIn(snapshot, place.root)).toEqual([]);
    },
    240_000,
  );

  test('for any name and kind of test or program', () => {
    const role = (argv: readonly string[], child: readonly string[], env = {}) =>
      helperRoleOf(aProcess(child), aProcess(['go', ...argv], env), 2);
    expect(role(['test', '.'], ['/tmp/go-build1/b001/m.test', '-test.timeout=10m0s'])).toBeNull();
    expect(role(['test', '-exec', 'ssh host', '.'], ['ssh', 'host', '/tmp/m.test'])).toBeNull();
    expect(role(['run', '.'], ['/tmp/go-build1/b001/exe/hg'])).toBeNull();
    expect(role(['tool', 'gcc'], ['gcc'])).toBeNull();
    expect(role(['generate'], ['git', 'pull'])).toBeNull();
    expect(role(['build', '.'], ['/goroot/pkg/tool/linux_amd64/compile', '-o', 'x'])).toBeNull();
    const shim = { ...aProcess(['/bin/bash', '/shims/go', 'run', '.']), name: 'go' };
    expect(helperRoleOf(aProcess(['/bin/bash', 'asdf', 'exec', 'go']), shim, 1)).toBeNull();
    // go's own part is reported there too.
    expect(role(['run', 'example.com/x@latest'], ['git', 'ls-remote'])).toBe('git');
    expect(role(['test', '.'], ['/bin/auth', '--x'], { GOAUTH: 'netrc;auth --x' })).toBe('its GOAUTH command');
    expect(role(['mod', 'download'], ['/usr/bin/python3', '/usr/bin/hg', 'pull'])).toBe('version control');
    expect(role(['list', '.'], ['x86_64-linux-gnu-gcc-12', '-c', 'x.c'])).toBe('the C compiler');
    expect(role(['build', '.'], ['pkg-config', '--cflags', 'gtk'])).toBe('pkg-config');
    expect(role(['vet', '.'], ['/bin/checker', 'x.cfg'], { GOFLAGS: "'-vettool=/bin/checker'" })).toBe('its -vettool');
    expect(role(['build', '.'], ['/bin/sh', '/bin/who-knows'])).toBe('a program that it has started');
  });
});

function aProcess(command: readonly string[], env: Readonly<Record<string, string>> = {}): ProcessFact {
  return { name: basename(command[0] ?? ''), command, env, settings: null } as unknown as ProcessFact;
}

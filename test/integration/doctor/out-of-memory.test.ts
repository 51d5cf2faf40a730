/** Real kills by the kernel, in a separate cgroup with 32 MB. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseOomKills } from '../../../src/doctor/facts/process/oom-kills.ts';
import type { Finding } from '../../../src/doctor/finding.ts';
import { diagnose } from '../../../src/doctor/judge/diagnose.ts';
import type { OomKill, Snapshot } from '../../../src/doctor/snapshot.ts';
import { aPlace, type Place } from './a-snapshot.ts';

const v1 = existsSync('/sys/fs/cgroup/memory/memory.limit_in_bytes');
const asRoot = process.geteuid?.() === 0;
const readable = spawnSync('dmesg', { stdio: 'ignore' }).status === 0;

interface Cgroup extends Disposable {
  readonly limit: (bytes: number) => void;
  /** A shell line, "echo $$ >…", that joins the cgroup. */
  readonly enter: string;
}

/** null: this machine does not allow one. */
function aCgroup(): Cgroup | null {
  const path = join('/sys/fs/cgroup', v1 ? 'memory' : '', `unlatch-test-${process.pid}-${performance.now()}`);
  const limit = (bytes: number) => {
    writeFileSync(join(path, v1 ? 'memory.limit_in_bytes' : 'memory.max'), `${bytes}`);
  };
  if (!asRoot) return null;
  mkdirSync(path);
  const made: Cgroup = {
    limit,
    enter: `echo $$ >${path}/cgroup.procs`,
    [Symbol.dispose]: () => rmdirSync(path),
  };
  if (existsSync(join(path, v1 ? 'memory.limit_in_bytes' : 'memory.max'))) return made;
  made[Symbol.dispose]();
  return null;
}

/** Makes the kernel kill a program of this name in a cgroup, and takes a snapshot from inside. */
async function killed(place: Place, cgroup: Cgroup, name: string): Promise<Snapshot> {
  const hog = join(place.root, name);
  copyFileSync('/usr/bin/tail', hog);
  cgroup.limit(32 << 20);
  // tail keeps everything that it reads until a line ends.
  const { signal } = spawnSync('bash', ['-c', `${cgroup.enter}; exec ${hog} -n 1 /dev/zero`], { stdio: 'ignore' });
  expect(signal).toBe('SIGKILL');
  cgroup.limit(2 ** 31);
  const look = `${cgroup.enter}; exec ${process.execPath} ${join(import.meta.dirname, 'look.ts')} ${place.root}/work`;
  const { stdout, stderr } = spawnSync('bash', ['-c', look], { env: place.env, encoding: 'utf8', maxBuffer: 2 ** 26 });
  expect(stderr).toBe('');
  return JSON.parse(stdout) as Snapshot;
}

const findingIn = (snapshot: Snapshot): Finding | undefined =>
  diagnose(snapshot).findings.find(({ id }) => id === 'out-of-memory');

describe.skipIf(!asRoot || !readable)('a kill for want of memory (needs: root, a cgroup, the kernel’s log)', () => {
  test('of a gopls, just now, is reported with its name', async ({ skip }) => {
    using cgroup = aCgroup();
    if (cgroup === null) return skip('no cgroup can be made');
    await using place = await aPlace();
    const finding = findingIn(await killed(place, cgroup, 'gopls'));
    expect(finding).toMatchObject({ severity: 'warning' });
    expect(finding?.summary).toMatch(/^out of memory: the kernel killed gopls \(pid \d+, \d+ s ago\)/);
  });

  test('in a cgroup that no longer exists is not reported', async ({ skip }) => {
    await using place = await aPlace();
    {
      using cgroup = aCgroup();
      if (cgroup === null) return skip('no cgroup can be made');
      await killed(place, cgroup, 'vet');
      expect((await place.look()).host.oomVictims.at(-1)).toMatchObject({ name: 'vet' });
    }
    const after = await place.look();
    expect(after.host.oomVictims.filter(({ name }) => name === 'vet')).toEqual([]);
    expect(findingIn(after)).toBe(undefined);
  });

  test('of any other process is a note, from the count of the cgroup alone', async ({ skip }) => {
    using cgroup = aCgroup();
    if (cgroup === null) return skip('no cgroup can be made');
    await using place = await aPlace();
    const snapshot = await killed(place, cgroup, 'hog');
    expect(snapshot.host.oomKills).toBe(1);
    expect(snapshot.host.oomVictims.at(-1)).toMatchObject({ name: 'hog' });
    // The report does not name the gopls that the other test had killed.
    const own = { ...snapshot, host: { ...snapshot.host, oomVictims: snapshot.host.oomVictims.slice(-1) } };
    expect(findingIn(own)).toMatchObject({ severity: 'note' });
  });
});

test('a kill is a warning for ten minutes, and only for Go programs', async () => {
  await using place = await aPlace();
  const real = await place.look();
  const severity = (oomKills: number | null, ...oomVictims: OomKill[]) =>
    findingIn({ ...real, host: { ...real.host, oomKills, oomVictims } })?.severity;
  const minutes = (agoMs: number, name = 'go') => ({ pid: 9, name, agoMs: agoMs * 60_000 });
  expect(severity(null, minutes(9.9))).toBe('warning');
  expect(severity(null, minutes(10))).toBe(undefined);
  expect(severity(1, minutes(10))).toBe('note');
  expect(severity(1, minutes(1, 'postgres'))).toBe('note');
  expect(severity(0)).toBe(undefined);
  expect(severity(null)).toBe(undefined);
});

test('the kernel log shows both kinds of kills, and the victim', () => {
  const log = [
    '[    1.346908] tokio-rt-worker (69): drop_caches: 3',
    '[   90.100000] oom-kill:constraint=CONSTRAINT_MEMCG,nodemask=(null),oom_memcg=/docker/a1,task_memcg=/docker/a1,task=go,pid=410,uid=1000',
    '[   90.500000] Memory cgroup out of memory: Killed process 410 (go) total-vm:2200kB, anon-rss:1kB, UID:1000',
    '[   95.000000] Out of memory: Killed process 411 (my (odd) name) total-vm:1kB, anon-rss:1kB, UID:0',
  ].join('\n');
  expect(parseOomKills(log, 100_000)).toEqual([
    { pid: 410, name: 'go', agoMs: 9500, cgroup: '/docker/a1' },
    { pid: 411, name: 'my (odd) name', agoMs: 5000, cgroup: null },
  ]);
});

/** What a healthy go leaves for a moment, or still writes to, is no leftover. */
import { spawn } from 'node:child_process';
import { appendFile, lstat, rm, utimes } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import type { ForeignFact, LeftFact } from '../../../src/doctor/cache-fact.ts';
import { stillLeft } from '../../../src/doctor/facts/disk/still-left.ts';
import { diagnose } from '../../../src/doctor/judge/diagnose.ts';
import type { ProcessFact } from '../../../src/doctor/process-fact.ts';
import type { Snapshot } from '../../../src/doctor/snapshot.ts';
import { aProcess } from '../../unit/doctor/a-process.ts';
import { aSnapshot } from '../../unit/doctor/an-empty-snapshot.ts';
import { aPlace, type Place } from './a-snapshot.ts';

const folder = 'gopath/pkg/mod/cache/download/example.com/dep/@v';
const clone = `gopath/pkg/mod/cache/vcs/${'a1'.repeat(32)}`;

async function left(place: Place, kind: LeftFact['kind'], name: string): Promise<LeftFact> {
  const path = await place.write(name, 'x');
  return { kind, path, of: 'example.com/dep@v1.0.0', ageMs: Date.now() - (await lstat(path)).mtimeMs, busy: false };
}

/** Another process, possibly invisible to the doctor, holds the lock meanwhile. */
async function whileLocked<T>(path: string, look: () => Promise<T>): Promise<T> {
  const holder = spawn('flock', [path, 'bash', '-c', 'echo held; exec sleep 60'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  await new Promise((resolve) => holder.stdout.once('data', resolve));
  try {
    return await look();
  } finally {
    process.kill(-(holder.pid ?? 0), 'SIGKILL');
    holder.stdout.destroy();
  }
}

const idsOf = (facts: readonly LeftFact[], change: Partial<Snapshot> = {}) => {
  const empty = aSnapshot([]);
  return diagnose({ ...empty, cache: { ...empty.cache, left: facts }, ...change }).findings.map(({ id }) => id);
};

describe('the second look at apparent leftovers', () => {
  test('keeps unchanged files only, none that vanished or grew', async () => {
    await using place = await aPlace();
    const at = Date.now();
    const stays = await left(place, 'tmp', `${folder}/v1.0.0.zip1.tmp`);
    const goes = await left(place, 'tmp', `${folder}/v1.0.0.info2.tmp`);
    const grows = await left(place, 'tmp', `${folder}/v1.0.0.zip3.tmp`);
    const facts = await Promise.all(
      [stays, goes, grows].map(async (one) => ({ ...one, ageMs: at - (await lstat(one.path)).mtimeMs })),
    );
    await rm(goes.path);
    await appendFile(grows.path, 'more');
    await utimes(grows.path, new Date(), new Date(at + 50));
    const kept = await stillLeft(facts, at, 5000);
    expect(kept.map(({ path }) => path)).toEqual([stays.path]);
    expect(idsOf(kept)).toEqual(['rename-leftovers']);
  });

  test.each([
    ['tmp', `${folder}/v1.0.0.zip1.tmp`, `${folder}/v1.0.0.lock`, 'rename-leftovers'],
    ['git lock', `${clone}/shallow.lock`, `${clone}.lock`, 'git-lock-left'],
  ] as const)('%s: spares what somebody works on, whom one cannot see', async (kind, name, lock, id) => {
    await using place = await aPlace();
    const at = Date.now();
    const path = await place.write(name, 'x');
    const facts = [{ kind, path, of: 'dep', ageMs: at - (await lstat(path)).mtimeMs, busy: false }];
    const lockPath = await place.write(lock, '');
    expect(idsOf(await stillLeft(facts, at, 5000))).toEqual([id]);
    const busy = await whileLocked(lockPath, async () => await stillLeft(facts, at, 5000));
    expect(idsOf(busy)).toEqual([]);
  });

  test('git-lock-left: not while a git of another container works in the clone under another path', () => {
    const fact: LeftFact = {
      kind: 'git lock',
      path: `/m/cache/vcs/${'a1'.repeat(32)}/shallow.lock`,
      of: 'dep',
      ageMs: 1,
      busy: false,
    };
    const git = { ...aProcess, name: 'git', cwd: `/other/cache/vcs/${'a1'.repeat(32)}`, container: 'c0ffee' };
    expect(idsOf([fact], { processes: [{ ...git, cwd: '/other/cache/vcs/b2' }] })).toEqual(['git-lock-left']);
    expect(idsOf([fact], { processes: [git] })).toEqual([]);
  });
});

describe('two containers of one image', () => {
  const lock = { fd: 5, path: '/root/go/pkg/mod/cache/lock', inode: 42, lock: 'WRITE' } as const;
  const first = { ...aProcess, pid: 1, container: 'a', files: [{ ...lock, lockDevice: '00:2a' }] };
  const second = { ...first, pid: 2, container: 'b', files: [{ ...lock, lockDevice: '00:2b' }] };
  const severity = (...processes: ProcessFact[]) =>
    diagnose(aSnapshot(processes)).findings.find(({ id }) => id === 'flock-not-exclusive')?.severity;

  test('may share inode numbers: a note; within one container it is an error', () => {
    expect(severity(first, second)).toBe('note');
    expect(severity(first, { ...second, container: 'a' })).toBe('error');
    expect(severity(first, { ...second, files: first.files })).toBe(undefined);
  });

  test('may clean while the other builds', () => {
    const build = { ...aProcess, pid: 1, command: ['go', 'build'], container: 'a', env: { HOME: '/root' } };
    const clean = { ...build, pid: 2, command: ['go', 'clean', '-cache'], container: 'b' };
    const found = (cleaner: ProcessFact) =>
      diagnose(aSnapshot([build, cleaner])).findings.some(({ id }) => id === 'clean-under-load');
    expect(found(clean)).toBe(false);
    expect(found({ ...clean, container: 'a' })).toBe(true);
    // gopls, and a build with another cache, are not affected.
    expect(found({ ...clean, container: 'a', env: { ...clean.env, GOCACHE: '/c' } })).toBe(false);
  });
});

test('daemon-cold-buildid: a note while it compiles, a warning without progress', () => {
  const gopls = { ...aProcess, pid: 10, name: 'gopls', command: ['gopls', '-remote=auto'] };
  const asks = { ...aProcess, pid: 11, ppid: 10, command: ['go', 'tool', 'buildid', 'gopls'] };
  const compile = { ...aProcess, pid: 12, ppid: 11, name: 'compile', did: { busyMs: 900, ioBytes: 0, children: 0 } };
  const severity = (...processes: ProcessFact[]) =>
    diagnose(aSnapshot(processes)).findings.find(({ id }) => id === 'daemon-cold-buildid')?.severity;
  expect(severity(gopls, asks, compile)).toBe('note');
  expect(severity(gopls, asks)).toBe('warning');
  expect(severity(gopls, { ...asks, ageMs: 999 })).toBe(undefined);
});

test('cache-evicted: a finding in CI for a cache unpacked with old times; a note on a lasting machine', () => {
  const empty = aSnapshot([]);
  const severity = (restored: number, env: Record<string, string>, olderThan5Days = 50) => {
    const cache = { ...empty.cache, trimAgeMs: null, entries: { seen: 100, olderThan5Days, restored } };
    return diagnose({ ...empty, env, cache }).findings.find(({ id }) => id === 'cache-evicted')?.severity;
  };
  expect(severity(50, { CI: 'true' })).toBe('warning');
  expect(severity(25, { CI: 'true' })).toBe('note');
  expect(severity(50, {})).toBe('note');
  expect(severity(49, { CI: 'true' }, 49)).toBe(undefined);
});

test('owners-differ: a warning for gopls’s cache, and one finding for a cache that is closed as a whole', () => {
  const empty = aSnapshot([]);
  const fact: ForeignFact = { role: 'the cache of gopls', cache: '/g', path: '/g/0a', uid: 0, mode: '755' };
  const place = {
    role: 'the cache of gopls',
    path: '/g',
    stat: null,
    type: null,
    freeBytes: null,
    freeInodes: null,
    flock: null,
    shape: 'folder',
    linkTo: null,
    noexec: false,
    nfs: null,
  } as const;
  const found = (notWritable: string | null) =>
    diagnose({
      ...empty,
      places: [{ ...place, notWritable }],
      cache: { ...empty.cache, foreign: [fact] },
    }).findings.map(({ id, severity }) => `${severity} ${id}`);
  expect(found(null)).toEqual(['warning owners-differ']);
  expect(found('EACCES')).toEqual(['error cache-not-writable']);
});

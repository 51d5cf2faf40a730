/** A healthy place has no finding, and the same place with a fault of its environment, disk or kernel has one. */
import { spawnSync } from 'node:child_process';
import { chmod, chown, lstat, mkdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { diagnose } from '../../../src/doctor/judge/diagnose.ts';
import type { Snapshot } from '../../../src/doctor/snapshot.ts';
import { aProcess } from '../../unit/doctor/a-process.ts';
import { aPlace, foundIn } from './a-snapshot.ts';
import { lookAsUser } from './look-as-user.ts';

const asRoot = process.geteuid?.() === 0;

test('a healthy machine has no finding', async () => {
  await using place = await aPlace();
  const snapshot = await place.look();
  expect(foundIn(snapshot, place.root)).toEqual([]);
  expect(snapshot.go.env?.['GOVERSION']).toMatch(/^go1\./);
  expect(snapshot.places.find(({ role }) => role === 'workspace')?.flock?.result).toBe('exclusive');
});

describe('the environment', () => {
  test('environment-differs: a go that prints a line before its JSON, and no go at all', async () => {
    await using place = await aPlace();
    const wrapper = await place.write('bin/go', '#!/bin/sh\necho module loaded\necho "{}"\n');
    await chmod(wrapper, 0o755);
    expect(foundIn(await place.look({ PATH: `${place.root}/bin:/usr/bin:/bin` }), place.root)).toEqual([
      'environment-differs',
    ]);
    expect(foundIn(await place.look({ PATH: place.root }), place.root)).toEqual(['environment-differs']);
  });

  test('environment-differs: no folder for the module cache', async () => {
    await using place = await aPlace();
    expect(foundIn(await place.look({ HOME: '', GOPATH: '', GOMODCACHE: '' }), place.root)).toContain(
      'environment-differs',
    );
    expect(foundIn(await place.look({ HOME: '', GOPATH: '' }), place.root)).not.toContain('environment-differs');
  });

  const noted = (snapshot: Snapshot) =>
    diagnose({ ...snapshot, processes: [] }).findings.flatMap(({ id, severity }) =>
      id.startsWith('socket') ? `${severity} ${id}` : [],
    );
  const withGopls = (snapshot: Snapshot, ...args: string[]) => {
    const gopls = { ...aProcess, name: 'gopls', command: ['gopls', ...args] };
    return diagnose({ ...snapshot, processes: [gopls] }).findings.flatMap(({ id, severity }) =>
      id.startsWith('socket') ? `${severity} ${id}` : [],
    );
  };

  test('socket-path: a runtime folder that does not exist or whose path is too long', async () => {
    await using place = await aPlace();
    const missing = await place.look({ XDG_RUNTIME_DIR: `${place.root}/run` });
    expect(withGopls(missing, '-remote=auto')).toEqual(['warning socket-path']);
    // A gopls without -remote needs no socket, and if none runs, maybe nobody wants a daemon.
    expect(withGopls(missing)).toEqual([]);
    expect(noted(missing)).toEqual(['note socket-path']);
    await mkdir(`${place.root}/run`);
    expect(noted(await place.look({ XDG_RUNTIME_DIR: `${place.root}/run` }))).toEqual([]);
    const long = join(place.root, 'r'.repeat(100));
    await mkdir(long);
    expect(withGopls(await place.look({ XDG_RUNTIME_DIR: long }), '-remote=auto')).toEqual(['warning socket-path']);
  });

  test.runIf(asRoot)('socket-owner: a daemon socket with our name that another user owns', async () => {
    await using place = await aPlace();
    const path = `${place.root}/tmp/gopls-0123ab-daemon.somebody`;
    const server = createServer().listen(path);
    await new Promise((resolve) => server.once('listening', resolve));
    expect(noted(await place.look())).toEqual([]);
    await chown(path, 1234, 1234);
    const snapshot = await place.look();
    expect(withGopls(snapshot, '-remote=auto')).toEqual(['warning socket-owner']);
    expect(withGopls(snapshot)).toEqual([]);
    expect(noted(snapshot)).toEqual(['note socket-owner']);
    expect(noted(await place.look({ USER: 'another' }))).toEqual([]);
    server.close();
  });

  test.runIf(asRoot)('vcs-stamping: a repository of another user, unless stamping is off', async () => {
    await using place = await aPlace();
    spawnSync('git', ['init', '-q', '.'], { cwd: `${place.root}/work` });
    expect(foundIn(await place.look(), place.root)).toEqual([]);
    for (const path of ['work', 'work/.git']) await chown(join(place.root, path), 1234, 1234);
    expect(foundIn(await place.look(), place.root)).toEqual(['vcs-stamping']);
    expect(foundIn(await place.look({ GOFLAGS: '-buildvcs=false' }), place.root)).toEqual([]);
  });

  test.runIf(asRoot)('cache-not-writable: a module cache of another user, as that user sees it', async () => {
    await using place = await aPlace();
    expect(foundIn(await lookAsUser(place), place.root)).toContain('cache-not-writable');
    for (const folder of ['gocache', 'gopath/pkg/mod', 'gopath/pkg', 'tmp', 'home'])
      await chown(join(place.root, folder), 1000, 1000);
    expect(foundIn(await lookAsUser(place), place.root)).toEqual([]);
    expect((await lstat(join(place.root, 'gocache'))).uid).toBe(1000);
  });
});

describe('faults of disk and kernel, in a real snapshot with one changed fact', () => {
  const changed = (snapshot: Snapshot, role: string, change: Partial<Snapshot['places'][number]>): Snapshot => ({
    ...snapshot,
    places: snapshot.places.map((fact) => (fact.role === role ? { ...fact, ...change } : fact)),
  });

  test('disk-full, filesystem-hung, flock-unsupported, flock-not-exclusive', async () => {
    await using place = await aPlace();
    const real = await place.look();
    const ids = (snapshot: Snapshot) => foundIn(snapshot, place.root);
    expect(ids(changed(real, 'GOCACHE', { freeBytes: 4096 }))).toEqual(['disk-full']);
    expect(ids(changed(real, 'TMPDIR', { freeInodes: 1 }))).toEqual(['disk-full']);
    expect(ids(changed(real, 'HOME', { stat: 'hung' }))).toEqual(['filesystem-hung']);
    const failed = { path: 'go.mod', result: 'failed', why: 'No locks available' } as const;
    expect(ids(changed(real, 'workspace', { flock: failed }))).toEqual(['flock-unsupported']);
    expect(ids(changed(real, 'workspace', { flock: { ...failed, result: 'not exclusive' } }))).toEqual([
      'flock-not-exclusive',
    ]);
    expect(ids(changed(real, 'workspace', { flock: { ...failed, result: 'busy' } }))).toEqual([]);
  });

  test('index-stale needs a difference by the index, module-damaged a failed verify', async () => {
    await using place = await aPlace();
    const real = await place.look();
    const good = { command: 'go', code: 0, timedOut: false, ms: 1, output: '' };
    const bad = { ...good, code: 1, output: "a.go:1:1: expected 'package', found 'EOF'" };
    const deep = (verify: typeof good, list: typeof good, listWithoutIndex: typeof good) =>
      foundIn({ ...real, go: { ...real.go, deep: { verify, list, listWithoutIndex } } }, place.root);
    expect(deep(good, bad, good)).toEqual(['index-stale']);
    expect(deep(good, bad, bad)).toEqual([]);
    expect(deep(good, good, good)).toEqual([]);
    expect(deep({ ...bad, output: 'example.com/dep v1.0.0: dir has been modified' }, good, good)).toEqual([
      'module-damaged',
    ]);
  });
});

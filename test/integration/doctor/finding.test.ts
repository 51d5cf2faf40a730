import { spawnSync } from 'node:child_process';
import { chmod, chown, lstat, mkdir, rm, utimes } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { diagnose } from '../../../src/doctor/judge/diagnose.ts';
import type { Snapshot } from '../../../src/doctor/snapshot.ts';
import { aProcess } from '../../unit/doctor/a-process.ts';
import { aPlace, foundIn } from './a-snapshot.ts';
import { lookAsUser } from './look-as-user.ts';

const asRoot = process.geteuid?.() === 0;
const version = 'gopath/pkg/mod/cache/download/example.com/!dep/@v/v1.0.0';
const sums = 'example.com/Dep v1.0.0 h1:x=\nexample.com/Dep v1.0.0/go.mod h1:x=\n';

test('a healthy machine has no finding', async () => {
  await using place = await aPlace();
  const snapshot = await place.look();
  expect(foundIn(snapshot, place.root)).toEqual([]);
  expect(snapshot.go.env?.['GOVERSION']).toMatch(/^go1\./);
  expect(snapshot.places.find(({ role }) => role === 'workspace')?.flock?.result).toBe('exclusive');
});

describe('the contents of the caches', () => {
  test('module-damaged: an empty zip of a module in go.sum, unless the module is extracted', async () => {
    await using place = await aPlace();
    await place.write('work/go.sum', sums);
    await place.write(`${version}.zip`, '');
    expect(foundIn(await place.look(), place.root)).toEqual(['module-damaged']);
    await place.write('gopath/pkg/mod/example.com/!dep@v1.0.0/dep.go', 'package dep\n');
    await place.write(`${version}.ziphash`, 'h1:x=');
    expect(foundIn(await place.look(), place.root)).toEqual([]);
  });

  test('module-damaged: an empty zip of an extracted module, if its hash is empty too', async () => {
    await using place = await aPlace();
    await place.write('work/go.sum', sums);
    await place.write('gopath/pkg/mod/example.com/!dep@v1.0.0/dep.go', 'package dep\n');
    await place.write(`${version}.zip`, '');
    const hash = await place.write(`${version}.ziphash`, '');
    const { findings } = diagnose(await place.look());
    expect(findings.find(({ id }) => id === 'module-damaged')).toMatchObject({
      summary:
        'the module cache has an empty zip and hash of the zip of example.com/Dep@v1.0.0, which go takes for the real one',
      remedy: [{ argv: ['rm', '-f', hash.replace(/hash$/, ''), hash] }, {}, {}],
    });
    await place.write(`${version}.zip`, 'PK');
    expect(foundIn(await place.look(), place.root)).toEqual([]);
  });

  test('module-damaged: an extracted module without content, but not one with an empty Go file of its own', async () => {
    await using place = await aPlace();
    const tree = 'gopath/pkg/mod/example.com/!dep@v1.0.0';
    await place.write('work/go.sum', sums);
    await place.write(`${version}.info`, '{}');
    await place.write(`${tree}/a.go`, '');
    expect(foundIn(await place.look(), place.root)).toEqual(['module-damaged']);
    await place.write(`${tree}/b.go`, 'package dep\n');
    expect(foundIn(await place.look(), place.root)).toEqual([]);
    await place.write(`${tree}/go.mod`, '');
    expect(foundIn(await place.look(), place.root)).toEqual(['module-damaged']);
    // go extracts it again.
    await place.write(`${version}.partial`, '');
    expect(foundIn(await place.look(), place.root)).toEqual([]);
  });

  test('module-damaged: a go.mod of the right length with nothing but zeros', async () => {
    await using place = await aPlace();
    await place.write('work/go.sum', sums);
    await place.write(`${version}.mod`, '\0'.repeat(20));
    expect(foundIn(await place.look(), place.root)).toEqual(['module-damaged']);
  });

  test('module-damaged: an empty go.mod of a module in go.sum', async () => {
    await using place = await aPlace();
    await place.write('work/go.sum', sums);
    await place.write(`${version}.mod`, '');
    expect(foundIn(await place.look(), place.root)).toEqual(['module-damaged']);
    await place.write(`${version}.mod`, 'module example.com/Dep\n');
    expect(foundIn(await place.look(), place.root)).toEqual([]);
  });

  test('rename-leftovers: temporary files of both spellings, but no partial extraction, which go repairs itself', async () => {
    await using place = await aPlace();
    await place.write('work/go.sum', sums);
    await place.write(`${version}.partial`, '');
    await place.write(`${version}.zip`, 'a zip');
    expect(foundIn(await place.look(), place.root)).toEqual([]);
    for (const name of [`${version}.info123.tmp`, `${version}.zip.tmp7`]) {
      const path = await place.write(name, '{');
      expect(foundIn(await place.look(), place.root)).toEqual(['rename-leftovers']);
      await rm(path);
    }
  });

  test("git-lock-left: git's lock in a clone made by go, but not go's lock beside it", async () => {
    await using place = await aPlace();
    const clone = `gopath/pkg/mod/cache/vcs/${'a1'.repeat(32)}`;
    await place.write(`${clone}.lock`, '');
    expect(foundIn(await place.look(), place.root)).toEqual([]);
    await place.write(`${clone}.info`, 'git3:https://example.com/dep');
    await place.write(`${clone}/shallow.lock`, '');
    const snapshot = await place.look();
    expect(foundIn(snapshot, place.root)).toEqual(['git-lock-left']);
    expect(diagnose(snapshot).findings.find(({ id }) => id === 'git-lock-left')?.summary).toContain(
      'https://example.com/dep',
    );
  });

  test('gopls-cache-damaged: an exe.sha256 that is empty', async () => {
    await using place = await aPlace();
    await place.write('home/.cache/gopls/0123abcd/exe.sha256', 'a hash');
    expect(foundIn(await place.look(), place.root)).toEqual([]);
    await place.write('home/.cache/gopls/0123abcd/exe.sha256', '');
    expect(foundIn(await place.look(), place.root)).toEqual(['gopls-cache-damaged']);
  });

  test('cache-evicted: entries older than five days and a trim.txt older than a day, in CI', async () => {
    await using place = await aPlace();
    const daysAgo = (days: number) => Date.now() - days * 86_400_000;
    const trimmed = (days: number) => place.write('gocache/trim.txt', `${Math.floor(daysAgo(days) / 1000)}`);
    const entries = [];
    // More than the doctor's own go env adds for the C compiler.
    for (let byte = 0x40; byte < 0x80; byte += 1) {
      entries.push(await place.write(`gocache/${byte.toString(16)}/entry-a`, 'x'));
    }
    await trimmed(2);
    expect(foundIn(await place.look({ CI: 'true' }), place.root)).toEqual([]);
    for (const path of entries) await utimes(path, new Date(daysAgo(7)), new Date(daysAgo(7)));
    // The file itself is new.
    expect(foundIn(await place.look({ CI: 'true' }), place.root)).toEqual(['cache-evicted']);
    // In the home folder it is only a note.
    expect(foundIn(await place.look(), place.root)).toEqual([]);
    await trimmed(0.5);
    expect(foundIn(await place.look({ CI: 'true' }), place.root)).toEqual([]);
  });

  test('folk-files are a note and no cause', async () => {
    await using place = await aPlace();
    await place.write('work/.vscode/go/lock', '');
    await place.write('home/.cache/gopls/0123abcd/gopls.pid', '1');
    await place.write('tmp/gopls-1.sock', '');
    const snapshot = await place.look();
    const note = diagnose(snapshot).findings.find(({ id }) => id === 'folk-files');
    expect(note).toMatchObject({ severity: 'note' });
    expect(note?.evidence).toHaveLength(3);
    expect(foundIn(snapshot, place.root)).toEqual([]);
  });
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

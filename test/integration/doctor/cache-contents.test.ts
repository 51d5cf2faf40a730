/** What a place has in its caches: each finding with its fault, and without it. */
import { rm, utimes } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { diagnose } from '../../../src/doctor/judge/diagnose.ts';
import { aPlace, foundIn } from './a-snapshot.ts';

const version = 'gopath/pkg/mod/cache/download/example.com/!dep/@v/v1.0.0';
const sums = 'example.com/Dep v1.0.0 h1:x=\nexample.com/Dep v1.0.0/go.mod h1:x=\n';

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

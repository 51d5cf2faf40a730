/** Workspaces that contradict themselves, as a real go says, and those that only lack something. */
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { diagnose } from '../../../src/doctor/judge/diagnose.ts';
import { aPlace, foundIn } from './a-snapshot.ts';
import { mended } from './mended.ts';

describe.concurrent('a workspace that contradicts itself', { timeout: 180_000 }, () => {
  const modules = { 'work/a/go.mod': 'module example.com/a\n\ngo 1.22\n', 'work/a/a.go': 'package a\n' };
  const vendored = {
    'work/go.mod': 'module example.com/m\n\ngo 1.21\n\nrequire example.com/dep v1.1.0\n',
    'work/vendor/modules.txt': '# example.com/dep v1.0.0\n## explicit\nexample.com/dep\n',
  };

  test.each<[string, Readonly<Record<string, string>>, Readonly<Record<string, string>>, RegExp]>([
    ['a go.work without a line "go"', { ...modules, 'work/go.work': 'use ./a\n' }, {}, /requires go >= 1\.22/],
    [
      'a go.work older than its module',
      { ...modules, 'work/go.work': 'go 1.21\n\nuse ./a\n' },
      {},
      /go\.work lists go/,
    ],
    [
      'a go.work that uses a missing folder',
      { ...modules, 'work/go.work': 'go 1.22\n\nuse ./a\nuse ./gone\n' },
      {},
      /cannot load module .*gone/,
    ],
    [
      'a go.work that uses a missing folder beside its own',
      { ...modules, 'work/go.work': 'go 1.22\n\nuse ./a\nuse ../gone\n' },
      {},
      /cannot load module .*gone/,
    ],
    [
      '-mod=mod with a go.work',
      { ...modules, 'work/go.work': 'go 1.22\n\nuse ./a\n' },
      { GOFLAGS: '-mod=mod' },
      /workspace mode/,
    ],
    ['GOWORK names a missing file', {}, { GOWORK: '/gone/go.work' }, /open \/gone\/go\.work/],
  ])('%s, and not after its remedy', async (_, files, change, words) => {
    await using place = await aPlace();
    for (const [name, text] of Object.entries(files)) await place.write(name, text);
    const snapshot = await place.look(change);
    expect(foundIn(snapshot, place.root)).toEqual(['workspace-contradicts']);
    const finding = diagnose(snapshot).findings.find(({ id }) => id === 'workspace-contradicts');
    expect(finding?.evidence.join('\n')).toMatch(words);
    const env = mended(place, snapshot, 'workspace-contradicts', change);
    expect(foundIn(await place.look(env), place.root)).toEqual([]);
  });

  test('a vendor folder that contradicts go.mod, unless go ignores the folder', async () => {
    await using place = await aPlace();
    for (const [name, text] of Object.entries(vendored)) await place.write(name, text);
    const snapshot = await place.look();
    expect(foundIn(snapshot, place.root)).toEqual(['workspace-contradicts']);
    expect(foundIn(await place.look({ GOFLAGS: '-mod=mod' }), place.root)).toEqual([]);
    await place.write('work/vendor/modules.txt', '# example.com/dep v1.1.0\n## explicit\nexample.com/dep\n');
    expect(foundIn(await place.look(), place.root)).toEqual([]);
  });

  test('merge conflict markers in go.mod, go.sum and go.work', async () => {
    await using place = await aPlace();
    const marks = (a: string, b: string) => `<<<<<<< HEAD\n${a}\n=======\n${b}\n>>>>>>> theirs\n`;
    const sum = await place.write('work/go.sum', marks('example.com/a v1.0.0 h1:a=', 'example.com/a v1.1.0 h1:b='));
    const snapshot = await place.look();
    expect(foundIn(snapshot, place.root)).toEqual(['workspace-contradicts']);
    mended(place, snapshot, 'workspace-contradicts');
    expect(await readFile(sum, 'utf8')).toBe('example.com/a v1.0.0 h1:a=\nexample.com/a v1.1.0 h1:b=\n');
    expect(foundIn(await place.look(), place.root)).toEqual([]);
    await place.write('work/go.mod', `module example.com/m\n\ngo 1.21\n${marks('// a', '// b')}`);
    expect(foundIn(await place.look(), place.root)).toEqual(['workspace-contradicts']);
    await place.write('work/go.mod', 'module example.com/m\n\ngo 1.21\n');
    await place.write('work/go.work', `go 1.21\n\n${marks('use .', 'use ./')}`);
    expect(foundIn(await place.look(), place.root)).toEqual(['workspace-contradicts']);
  });

  test.each<[string, string]>([
    ['lacks a downloaded module', 'module example.com/m\n\ngo 1.21\n\nrequire example.com/dep v1.1.0\n'],
    ['asks for a newer Go', 'module example.com/m\n\ngo 1.99.0\n'],
    ['names a toolchain', 'module example.com/m\n\ngo 1.21.0\n\ntoolchain go1.99.0\n'],
  ])('no finding for one that %s', async (_, goMod) => {
    await using place = await aPlace();
    await place.write('work/go.mod', goMod);
    expect(foundIn(await place.look(), place.root)).toEqual([]);
    expect(foundIn(await place.look({ GOTOOLCHAIN: 'auto' }), place.root)).not.toContain('workspace-contradicts');
  });

  test('no finding for a folder without a module', async () => {
    await using place = await aPlace();
    await rm(join(place.root, 'work/go.mod'));
    expect(foundIn(await place.look(), place.root)).toEqual([]);
  });
});

import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { mtimeOfId, stabilizeMtimes } from '../../../src/cache/stabilize-mtimes.ts';
import { type AModule, aModule } from './a-module.ts';

let module: AModule;
beforeEach(async () => {
  module = await aModule({
    'go.mod': 'module example.com/m\n',
    'testdata/x': 'one',
    'testdata/y': 'two',
    'sub/z': 'three',
  });
});
afterEach(async () => {
  await module?.[Symbol.asyncDispose]();
});

const mtime = (path: string) => lstatSync(join(module.workspace, path)).mtimeMs;

it('gives a file the same mtime in every checkout, another content another, and a folder that of its tree', async () => {
  expect((await stabilizeMtimes(module.workspace, module.env)).files).toBe(4);
  const before = { file: mtime('testdata/x'), folder: mtime('testdata'), root: mtime('.'), other: mtime('sub') };
  await module.shell('find . -path ./.git -prune -o -exec touch {} +');
  await stabilizeMtimes(module.workspace, module.env);
  expect({ file: mtime('testdata/x'), folder: mtime('testdata'), root: mtime('.'), other: mtime('sub') }).toEqual(
    before,
  );
  // The size is the same, so a constant mtime would hide the change.
  await module.write({ 'testdata/x': 'ONE' });
  await module.commit();
  await stabilizeMtimes(module.workspace, module.env);
  expect(mtime('testdata/x')).not.toBe(before.file);
  expect(mtime('testdata')).not.toBe(before.folder);
  expect(mtime('.')).not.toBe(before.root);
  expect(mtime('sub')).toBe(before.other);
});

it('leaves alone what was changed since checkout, staged or not, and the folders that hold it or something new', async () => {
  await module.write({ 'testdata/x': 'uno', 'testdata/y': 'dos', 'sub/new': 'new' });
  await module.shell('git add testdata/y');
  const before = ['testdata/x', 'testdata/y', 'testdata', 'sub', 'sub/new', '.'].map(mtime);
  const result = await stabilizeMtimes(module.workspace, module.env);
  expect(['testdata/x', 'testdata/y', 'testdata', 'sub', 'sub/new', '.'].map(mtime)).toEqual(before);
  expect(result).toMatchObject({ files: 2, folders: 0, leftAlone: 2, why: null });
});

it('gives a link its own mtime, and not the file it points to', async () => {
  await module.shell('echo outside > ../outside && ln -s ../outside link');
  await module.commit();
  const outside = lstatSync(join(module.folder, 'outside')).mtimeMs;
  await stabilizeMtimes(module.workspace, module.env);
  expect(lstatSync(join(module.folder, 'outside')).mtimeMs).toBe(outside);
  expect(mtime('link')).toBeLessThan(Date.UTC(2021));
});

it('leaves a file alone that git was told to assume unchanged, for it may not be', async () => {
  await module.shell('git update-index --assume-unchanged testdata/x && echo other > testdata/x');
  const before = mtime('testdata/x');
  await stabilizeMtimes(module.workspace, module.env);
  expect(mtime('testdata/x')).toBe(before);
});

it('does nothing outside of a repository, and says so', async () => {
  await module.shell('rm -rf .git');
  const before = mtime('testdata/x');
  expect((await stabilizeMtimes(module.workspace, module.env)).why).toMatch(/not in a git repository/);
  expect(mtime('testdata/x')).toBe(before);
});

it('tells 20,000 ids apart, and all lie in the past', () => {
  const ids = Array.from({ length: 20_000 }, (_, index) =>
    (index * 2_654_435_761 + 0x1234567).toString(16).padStart(40, '9'),
  );
  const hashed = ids.map((id) => mtimeOfId(id.split('').reverse().join('')));
  expect(new Set(hashed).size).toBe(ids.length);
  expect(Math.max(...hashed) * 1000).toBeLessThan(Date.UTC(2021));
});

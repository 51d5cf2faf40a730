import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { defaultBranchOf } from '../../../src/action/event.ts';
import { wantedGo } from '../../../src/action/wanted-go.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'wanted-go-'));
});
afterEach(() => rm(dir, { recursive: true }));

const write = (name: string, text: string) => writeFile(join(dir, name), text);
const wanted = (version: string | null = null, file: string | null = null) =>
  wantedGo({ 'go-version': version, 'go-version-file': file }, dir);

test('go-version comes before go-version-file, and that before go.work, and that before go.mod', async () => {
  await write('go.mod', 'module m\n\ngo 1.21\n');
  expect(await wanted()).toEqual({ request: '1.21', from: 'go.mod' });
  await write('go.work', 'go 1.22\n');
  expect(await wanted()).toEqual({ request: '1.22', from: 'go.work' });
  await write('.go-version', '1.23.4\n');
  expect(await wanted(null, '.go-version')).toEqual({ request: '1.23.4', from: '.go-version' });
  expect(await wanted('^1.24', '.go-version')).toEqual({ request: '^1.24', from: 'go-version' });
});

test('without any of them it is stable, and so for a go.mod that names none', async () => {
  expect(await wanted()).toEqual({ request: 'stable', from: 'the default' });
  await write('go.mod', 'module m\n');
  expect(await wanted()).toEqual({ request: 'stable', from: 'the default' });
});

test('a file that the workflow names must name a version', async () => {
  await write('go.mod', 'module m\n');
  await expect(wanted(null, 'go.mod')).rejects.toThrow(/go\.mod names no Go version/);
  await expect(wanted(null, 'no.mod')).rejects.toThrow(/no\.mod: there is no such file/);
});

test('the default branch is the one that the event names', async () => {
  await write('event.json', '{"repository":{"default_branch":"trunk","id":1},"after":"0"}');
  expect(await defaultBranchOf(join(dir, 'event.json'))).toBe('trunk');
  await write('event.json', '{"schedule":"1 2 3 4 5"}');
  expect(await defaultBranchOf(join(dir, 'event.json'))).toBe('');
  await write('event.json', 'no JSON');
  expect(await defaultBranchOf(join(dir, 'event.json'))).toBe('');
  expect(await defaultBranchOf(join(dir, 'none.json'))).toBe('');
  expect(await defaultBranchOf(undefined)).toBe('');
});

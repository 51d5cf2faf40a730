import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readEvent } from '../../../src/action/event.ts';
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

test('an event tells its default branch, its action and where its code comes from, or nothing of what is not as documented', async () => {
  const nothing = { defaultBranch: '', headRepository: '', action: '' };
  const read = async (text: string) => {
    await write('event.json', text);
    return await readEvent(join(dir, 'event.json'));
  };
  expect(await read('{"repository":{"default_branch":"trunk","id":1},"after":"0"}')).toEqual({
    ...nothing,
    defaultBranch: 'trunk',
  });
  const pull = { action: 'opened', pull_request: { head: { repo: { full_name: 'a/b' } } } };
  expect(await read(JSON.stringify({ ...pull, repository: { default_branch: 'main' } }))).toEqual({
    defaultBranch: 'main',
    headRepository: 'a/b',
    action: 'opened',
  });
  // A fork that is gone.
  expect(await read(JSON.stringify({ ...pull, pull_request: { head: { repo: null } } }))).toEqual({
    ...nothing,
    action: 'opened',
  });
  for (const text of ['{"schedule":"1 2 3 4 5"}', 'no JSON', '{"repository":7,"pull_request":[],"action":{}}', '[]']) {
    expect(await read(text), text).toEqual(nothing);
  }
  expect(await readEvent(join(dir, 'none.json'))).toEqual(nothing);
  expect(await readEvent(undefined)).toEqual(nothing);
});

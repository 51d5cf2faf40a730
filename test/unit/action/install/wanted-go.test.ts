import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { wantedGo } from '../../../../src/action/install/wanted-go.ts';
import { readEvent } from '../../../../src/cache/read-event.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'wanted-go-'));
});
afterEach(() => rm(dir, { recursive: true }));

const write = (name: string, text: string) => writeFile(join(dir, name), text);
const wanted = (version: string | null = null, file: string | null = null) =>
  wantedGo({ 'go-version': version, 'go-version-file': file }, dir);
const asks = (request: string | null, from: string, warning: unknown = null) => ({ request, from, warning });

test('go-version comes before go-version-file, and that before go.work, and that before go.mod', async () => {
  await write('go.mod', 'module m\n\ngo 1.21\n');
  expect(await wanted()).toEqual(asks('1.21', 'go.mod'));
  await write('go.work', 'go 1.22\n');
  expect(await wanted()).toEqual(asks('1.22', 'go.work'));
  await write('.go-version', '1.23.4\n');
  expect(await wanted(null, '.go-version')).toEqual(asks('1.23.4', '.go-version'));
  expect(await wanted('^1.24', '.go-version')).toEqual(asks('^1.24', 'go-version', expect.stringMatching(/both set/)));
});

test('without any of them nobody asks for one, and so for a go.mod that names none', async () => {
  expect(await wanted()).toEqual(asks(null, 'nobody'));
  await write('go.mod', 'module m\n');
  expect(await wanted()).toEqual(asks(null, 'nobody'));
});

test('a file that the workflow names and that asks for none is a warning; one that is not there, or holds anything else, an error', async () => {
  await write('go.mod', 'module m\n');
  expect(await wanted(null, 'go.mod')).toEqual(asks(null, 'go.mod', expect.stringMatching(/has no Go version/)));
  await write('.go-version', '\n');
  expect(await wanted(null, '.go-version')).toMatchObject({ request: null });
  await write('.go-version', '1.22\n1.23\n');
  await expect(wanted(null, '.go-version')).rejects.toThrow(/its only line must be a version/);
  await expect(wanted(null, 'no.mod')).rejects.toThrow(/no\.mod: no such file/);
});

test('the toolchain line does not count where the job has GOTOOLCHAIN=local', async () => {
  await write('go.mod', 'module m\n\ngo 1.25.0\n\ntoolchain go1.26.8\n');
  const asked = (gotoolchain: string) =>
    wantedGo({ 'go-version': null, 'go-version-file': 'go.mod' }, dir, gotoolchain);
  expect(await asked('')).toMatchObject({ request: '1.26.8' });
  expect(await asked('auto')).toMatchObject({ request: '1.26.8' });
  expect(await asked('local')).toMatchObject({ request: '1.25.0' });
});

test('1.20 that YAML has made 1.2 of is told', async () => {
  expect((await wanted('1.2')).warning).toMatch(/go-version: '1\.20'/);
  for (const version of ['1.20', '1.9', '1.2.2', '1.22']) expect((await wanted(version)).warning).toBeNull();
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

/** What go rejects in a checkout; a real go shows each fact behind the rule. */
import { spawnSync } from 'node:child_process';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Files, judged, judgedInShort } from './judged.ts';
import { aFolder, ownEnv, realGo } from './real-tools.ts';

const settings = '.vscode/settings.json';
const goMod = 'module example.com/m\n\ngo 1.22\n\nrequire example.com/dep v1.0.0\n';
const alone = 'module example.com/m\n\ngo 1.22\n';
const goWork = 'go 1.22\n\nuse .\n';
const flags = (mode: string) => `{ "go.buildFlags": ["-mod=${mode}"] }`;

const cases: readonly (readonly [string, Files, readonly string[]])[] = [
  [
    '-mod=mod beside a go.work',
    { 'go.mod': alone, 'go.work': goWork, [settings]: flags('mod') },
    [`mod-mode ${settings}:1`],
  ],
  [
    '-mod=mod in the environment that gopls hands on, beside a go.work',
    { 'go.work': goWork, [settings]: '{ "gopls": {\n "build.env": { "GOFLAGS": "-mod=mod" } } }' },
    [`mod-mode ${settings}:2`],
  ],
  [
    '-mod=mod of the linter, beside a go.work',
    { 'go.work': goWork, '.golangci.yml': 'run:\n  modules-download-mode: mod\n' },
    ['mod-mode .golangci.yml:2'],
  ],
  ['-mod=mod without a go.work is well', { 'go.mod': alone, [settings]: flags('mod') }, []],
  ['-mod=readonly beside a go.work is well', { 'go.work': goWork, [settings]: flags('readonly') }, []],
  [
    '-mod=mod beside a go.work that is switched off is well',
    {
      'go.mod': alone,
      'go.work': goWork,
      [settings]: '{ "go.buildFlags": ["-mod=mod"], "go.toolsEnvVars": { "GOWORK": "off" } }',
    },
    [],
  ],
  [
    '-mod=mod of a workflow, whose checkout may have no go.work, is left alone',
    { 'go.work': goWork, '.github/workflows/ci.yml': 'jobs:\n  a:\n    env: { GOFLAGS: -mod=mod }\n    steps: []\n' },
    [],
  ],
  ['-mod=vendor without a vendor folder', { 'go.mod': goMod, [settings]: flags('vendor') }, [`mod-mode ${settings}:1`]],
  [
    '-mod=vendor with one is well',
    { 'go.mod': goMod, 'vendor/modules.txt': '# example.com/dep v1.0.0\n', [settings]: flags('vendor') },
    [],
  ],
  ['-mod=vendor of a module that asks for no other is well', { 'go.mod': alone, [settings]: flags('vendor') }, []],
  [
    '-mod=vendor of a workflow, which may make the folder first, is left alone',
    {
      'go.mod': goMod,
      '.github/workflows/ci.yml': 'jobs:\n  a:\n    steps:\n      - run: go test -mod=vendor ./...\n',
    },
    [],
  ],
];

test.each(cases)('%s', async (_, files, expected) => {
  expect(await judgedInShort(files)).toEqual(expected);
});

test('both are errors, since nothing loads', async () => {
  const found = await judged({ 'go.mod': goMod, 'go.work': goWork, [settings]: '{ "go.buildFlags": ["-mod=mod"] }' });
  expect(found.map(({ severity }) => severity)).toEqual(['error']);
});

describe('go itself', () => {
  let go: string;
  beforeAll(async () => {
    go = await realGo('1.26.11');
  });
  async function list(files: Files, flag: string, more: Record<string, string> = {}) {
    await using folder = await aFolder();
    for (const [name, text] of Object.entries({ 'm.go': 'package m\n', ...files })) await folder.write(name, text);
    const env = { ...ownEnv(folder.path, go), ...more };
    const { status, stderr } = spawnSync(go, ['list', flag, './...'], { cwd: folder.path, env, encoding: 'utf8' });
    return { status, stderr };
  }
  const using = { 'm.go': 'package m\n\nimport _ "example.com/dep"\n' };

  test('refuses -mod=mod beside a go.work, in the words that are told, and not with GOWORK=off', async () => {
    const refused = await list({ 'go.mod': alone, 'go.work': goWork }, '-mod=mod');
    expect(refused.status).not.toBe(0);
    expect(refused.stderr).toContain(
      'go: -mod may only be set to readonly or vendor when in workspace mode, but it is set to "mod"',
    );
    expect(await list({ 'go.mod': alone, 'go.work': goWork }, '-mod=mod', { GOWORK: 'off' })).toMatchObject({
      status: 0,
    });
    expect(await list({ 'go.mod': alone, 'go.work': goWork }, '-mod=readonly')).toMatchObject({ status: 0 });
  });

  test('refuses -mod=vendor without a vendor folder, where a module is asked for and only there', async () => {
    expect((await list({ 'go.mod': goMod, ...using }, '-mod=vendor')).status).not.toBe(0);
    expect(await list({ 'go.mod': alone }, '-mod=vendor')).toMatchObject({ status: 0 });
  });
});

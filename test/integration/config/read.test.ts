/** Files as found in practice: malformed, huge, of another kind, inaccessible. The other files are still checked. */
import { spawnSync } from 'node:child_process';
import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseJson } from '../../../src/config/read/parse-json.ts';
import { parseYaml } from '../../../src/config/read/parse-yaml.ts';
import { readWorkspace } from '../../../src/config/read/read-workspace.ts';
import { judged, judgedInShort } from './judged.ts';
import { aFolder } from './real-tools.ts';

const settings = '.vscode/settings.json';
const ci = '.github/workflows/ci.yml';
const bad = '{\n "go.languageServerFlags": ["-listen=:1"]';

describe('a malformed file is a finding at its line, and what can be read of it is judged', () => {
  test('JSON without its end', async () => {
    expect(await judgedInShort({ [settings]: bad })).toEqual([
      `shared-socket ${settings}:2`,
      `malformed-file ${settings}:2`,
    ]);
  });
  test('JSON with a missing comma', async () => {
    const text = '{\n "a": 1\n "go.languageServerFlags": ["-listen=:1"]\n}';
    expect(await judgedInShort({ [settings]: text })).toEqual([
      `malformed-file ${settings}:3`,
      `shared-socket ${settings}:3`,
    ]);
  });
  test('YAML with a tab', async () => {
    expect(await judgedInShort({ [ci]: 'jobs:\n\ttest:\n' })).toEqual([`malformed-file ${ci}:2`]);
  });
  test('JSON and YAML that nest without an end', async () => {
    const deep = '['.repeat(500_000);
    expect(await judgedInShort({ [settings]: deep, [ci]: deep })).toEqual([
      expect.stringContaining(`malformed-file ${ci}`),
      expect.stringContaining(`malformed-file ${settings}`),
    ]);
  });
  test('YAML whose aliases multiply', async () => {
    const levels = Array.from(
      { length: 30 },
      (_, at) => `a${at}: &a${at} [${Array(10).fill(at === 0 ? 'x' : `*a${at - 1}`)}]`,
    );
    expect(await judgedInShort({ [ci]: levels.join('\n') })).toEqual([`malformed-file ${ci}:1`]);
  });
  test('YAML of nothing but aliases', async () => {
    const text = `a: &a x\nb:\n${'  - *a\n'.repeat(130_000)}`;
    expect(await judgedInShort({ [ci]: text })).toEqual([`malformed-file ${ci}:1`]);
  });
  test('YAML with an alias in itself, and one of nothing', async () => {
    expect(await judgedInShort({ [ci]: 'a: &a\n  - *a\n' })).toEqual([`malformed-file ${ci}:1`]);
    expect(await judgedInShort({ [ci]: 'a: *b\n' })).toEqual([`malformed-file ${ci}:1`]);
  });
});

test('comments, commas before brackets, a byte order mark and Windows line ends are no mistake', async () => {
  const text = '\ufeff{\r\n // …\r\n "a": [1,],\r\n "go.languageServerFlags": ["-listen=:1"],\r\n}\r\n';
  expect(await judgedInShort({ [settings]: text })).toEqual([`shared-socket ${settings}:4`]);
});

test('an empty file, a list, a string and null say nothing', async () => {
  for (const text of [
    '',
    '// only this',
    '[1]',
    '"x"',
    'null',
    '{"gopls": null}',
    '{"gopls": "x", "go.languageServerFlags": 1}',
  ]) {
    expect(await judgedInShort({ [settings]: text, [ci]: text.replace(/\/\/.*/, '') })).toEqual([]);
  }
});

test('a file that is too large, a folder and a pipe in its place are told, and the others are judged', async () => {
  await using folder = await aFolder();
  await folder.write('.golangci.yml', `run:\n# ${'x'.repeat(1 << 20)}\n`);
  await mkdir(join(folder.path, settings), { recursive: true });
  await mkdir(join(folder.path, '.devcontainer'));
  spawnSync('mkfifo', [join(folder.path, '.devcontainer/devcontainer.json')]);
  await folder.write(ci, 'jobs: {}\n');
  const { files, unreadable } = await readWorkspace(folder.path);
  expect(files).toEqual([ci]);
  expect(unreadable.map(({ place, why }) => `${place.file} ${why}`)).toEqual([
    `${settings} is not a file`,
    '.devcontainer/devcontainer.json is not a file',
    expect.stringMatching(/^\.golangci\.yml has \d+ bytes/),
  ]);
});

test('a symlink is followed; one that leads nowhere, or to itself, is as good as missing or told', async () => {
  await using folder = await aFolder();
  await folder.write('elsewhere.json', '{ "go.languageServerFlags": ["-listen=:1"] }');
  await mkdir(join(folder.path, '.vscode'));
  await symlink('../elsewhere.json', join(folder.path, settings));
  await symlink('nowhere', join(folder.path, '.golangci.yml'));
  await symlink('go.mod', join(folder.path, 'go.mod'));
  const { files, unreadable } = await readWorkspace(folder.path);
  expect(files).toEqual([settings]);
  expect(unreadable.map(({ place, why }) => `${place.file} ${why}`)).toEqual(['go.mod cannot be read (ELOOP)']);
});

test('whatever stands in a file, its parser ends, and names a line of the file', () => {
  const piece = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    '"a"',
    ':',
    ',',
    '\n',
    '- ',
    '&a ',
    '*a',
    '1.20',
    '# x',
    '//',
    '|',
    '\t',
    '  ',
    "'",
    '?',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const text = pieces.join('');
      for (const parse of [parseJson, parseYaml]) {
        for (const { place } of parse('f', text).malformed) {
          expect(place.line).toBeGreaterThanOrEqual(1);
          expect(place.line).toBeLessThanOrEqual(text.split('\n').length + 1);
        }
      }
    }),
    { numRuns: 500 },
  );
});

test('whatever shape a file has, what it states can be told', async () => {
  const key = fc.constantFrom(
    ...[
      'jobs',
      'a',
      'steps',
      'uses',
      'with',
      'go-version',
      'strategy',
      'matrix',
      'include',
      'env',
      'run',
      'defaults',
      'container',
    ],
    ...[
      'gopls',
      'gopls.a.b',
      'go.goroot',
      'go.alternateTools',
      'go.languageServerFlags',
      'go.toolsEnvVars',
      'go.inlayHints.x',
    ],
    ...[
      'customizations',
      'vscode',
      'settings',
      'features',
      'x/features/go',
      'version',
      'image',
      'containerEnv',
      'postCreateCommand',
    ],
    ...['GOFLAGS', 'GOCACHE', 'build.env', 'go', 'modules-download-mode', '__proto__', 'constructor'],
  );
  const leaf = fc.constantFrom<unknown>(
    'actions/setup-go@v6',
    '${{ matrix.a }}',
    '-mod=mod',
    'go test -mod=mod',
    '',
    1.2,
    null,
    true,
  );
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 6 },
      leaf,
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(key, tie('value'), { maxKeys: 5 }),
    ),
  }));
  await fc.assert(
    fc.asyncProperty(value, async (any) => {
      const text = JSON.stringify(any) ?? 'null';
      const findings = await judged({
        [settings]: text,
        '.devcontainer.json': text,
        [ci]: text,
        '.golangci.yml': text,
      });
      for (const { place } of findings) expect(place.line).toBe(1);
    }),
    { numRuns: 100 },
  );
});

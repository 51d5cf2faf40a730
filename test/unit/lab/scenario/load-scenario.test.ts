/** Which files are loaded as scenarios, and which are refused before anybody looks at the scenario. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { changed, good, load, refusal, refusalOf, scratch, told } from './a-scenario-file.ts';

describe('a file is loaded', () => {
  test('that is TypeScript and imports from unlatch', async () => {
    const scenario = await load(good);
    expect(scenario).toMatchObject({ claim: 'It jams.', workers: [{ name: 'tidy', count: 2 }] });
    expect(scenario.fault?.name).toBe('rename fails with EBUSY');
  });

  test.each(['mine.js', 'mine.mjs', 'mine.cjs'])('that is JavaScript: %s', async (name) => {
    expect(await load(changed(': RegExp', ''), name)).toMatchObject({ claim: 'It jams.' });
  });

  test.each([
    '../src/lab/vocabulary.ts',
    './lab/vocabulary.ts',
    '../../../../src/lab/vocabulary.ts',
    '../src/lab/check/fails-with.ts',
    '../src/lab/fault/call-fails.ts',
  ])('that imports the vocabulary by a path as this repository does: %s', async (specifier) => {
    expect(await load(changed("'unlatch'", `'${specifier}'`))).toMatchObject({ claim: 'It jams.' });
  });

  test('that imports types, which are erased', async () => {
    expect(await load(`import type { Scenario } from 'unlatch';\n${good}`)).toMatchObject({ source: 'a forum' });
  });

  test('that imports the vocabulary as a namespace', async () => {
    const source = good
      .replace(/^import .*$/m, "import * as lab from 'unlatch';")
      .replace(/(callFails|defineScenario|failsWith)\(/g, 'lab.$1(');
    expect(await load(source)).toMatchObject({ claim: 'It jams.' });
  });

  test('that is a scenario of this repository, in any folder', async () => {
    const folder = new URL('../../../../scenarios/', import.meta.url);
    const all = await readdir(folder, { recursive: true });
    const names = all.filter((name) => name.endsWith('.ts') && name !== 'index.ts');
    expect(names.length).toBeGreaterThan(80);
    for (const name of names) await load(await readFile(new URL(name, folder), 'utf8'), basename(name));
  });
});

describe('a file is refused, by name and line', () => {
  test('that does not exist', async () => {
    await using folder = await scratch();
    expect(await refusalOf(join(folder.path, 'mine.ts'), folder.path)).toBe('mine.ts: no such file');
    await writeFile(join(folder.path, 'plain'), '');
    expect(await refusalOf(join(folder.path, 'plain/mine.ts'), folder.path)).toBe('plain/mine.ts: no such file');
  });

  test('that is a directory', async () => {
    await using folder = await scratch();
    await mkdir(join(folder.path, 'mine.ts'));
    expect(await refusalOf(join(folder.path, 'mine.ts'), folder.path)).toBe(
      'mine.ts: a directory, not a scenario file',
    );
  });

  test.each([
    ['that TypeScript could not read', changed("source: 'a forum',", 'source: = ,'), 7],
    ['that only V8 sees', changed("source: 'a forum',", 'source: (() => { const a = 1; const a = 2; })(),'), 7],
    ['an await at the top', changed("source: 'a forum',", 'source: await null,'), 7],
  ])('that has a syntax error: %s', async (_, source, line) => {
    expect(await refusal(source)).toMatch(new RegExp(`^mine\\.ts:${line}: syntax error: [^\\n]+$`));
  });

  test('that throws while it loads', async () => {
    expect(await refusal(changed("source: 'a forum',", 'source: null.x,'))).toMatch(
      /^mine\.ts:7: it throws while loading: TypeError: Cannot read properties of null/,
    );
    expect(await refusal(`throw 'up';\n${good}`)).toBe('mine.ts: it throws while loading: up');
  });

  test.each(['fs', 'node:child_process', './helper.ts', '../src/lab/run.ts', '../src/go/matrix.ts', 'unlatch/x'])(
    'that imports something else: %s',
    async (specifier) => {
      expect(await refusal(`\nimport { x } from '${specifier}';\nx();\n${good}`)).toBe(
        `mine.ts:2: a scenario imports only 'unlatch', not '${specifier}'`,
      );
    },
  );

  test('that uses an unknown word, with the nearest word in the message', async () => {
    expect(await refusal(good.replaceAll('callFails', 'callFail'))).toBe(
      "mine.ts:14: 'unlatch' has no callFail; did you mean callFails?",
    );
    expect(await refusal(good.replace(/^import .*$/m, "import unlatch from 'unlatch'; unlatch();"))).toMatch(
      /^mine\.ts:1: 'unlatch' has no default; did you mean /,
    );
  });

  test('that has no default export', async () => {
    expect(await refusal(changed('export default', 'export const scenario ='))).toMatch(
      /^mine\.ts: no default export; /,
    );
    expect(await refusal('')).toMatch(/^mine\.ts: no default export; /);
  });

  test.each([
    ['null', 'must be an object, not null'],
    ['42', 'must be an object, not 42'],
    ['() => ({})', 'must be an object, not Function'],
  ])('that exports %s', async (value, message) => {
    expect(await refusal(`export default ${value};`)).toBe(`mine.ts: ${message}`);
  });
});

test('old key names are accepted, with a message that names the new ones', async () => {
  told.length = 0;
  const source = changed('check:', "until: 'false', alone: true, finding: 'lock-waiter',\n  check:");
  const scenario = await load(source.replace("run: 'go mod tidy'", "run: 'go mod tidy', apart: true"));
  expect(scenario).toMatchObject({ symptom: 'false', exclusive: true, doctorFinding: 'lock-waiter' });
  expect(Object.keys(scenario)).not.toContain('until');
  expect(scenario.workers[0]).toMatchObject({ ownPidNamespace: true });
  const lines = ['until', 'alone', 'finding', 'workers[0].apart'].map((name) =>
    expect.stringContaining(`mine.ts: ${name} is now called `),
  );
  expect(told).toEqual(lines);
});

test('an old key name beside the new one is refused', async () => {
  expect(await refusal(changed('check:', "until: 'false', symptom: 'true',\n  check:"))).toMatch(
    /^mine\.ts: until is not known/,
  );
});

test('the old name of a word works, and the new one is said', async () => {
  const scenario = await load(
    good
      .replaceAll('failsWith', 'editorIsTold')
      .replace("name: 'tidy', run: 'go mod tidy'", "name: 'tidy', run: 'editor gopls'"),
    'old-word.ts',
  );
  expect(scenario.claim).toBe('It jams.');
  expect(told.filter((line) => line.startsWith('old-word.ts'))).toEqual([
    'old-word.ts: editorIsTold is now called editorShows; the old name works for one more release',
  ]);
});

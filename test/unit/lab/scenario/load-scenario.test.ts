import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { scenarios } from '../../../../scenarios/index.ts';
import { UserError } from '../../../../src/errors.ts';
import { callFails } from '../../../../src/lab/fault/call-fails.ts';
import { loadScenario } from '../../../../src/lab/scenario/load-scenario.ts';
import { scenarioFlaws } from '../../../../src/lab/scenario/scenario-schema.ts';

const good = `import { callFails, defineScenario, failsWith } from 'unlatch';

const message: RegExp = /busy/;

export default defineScenario({
  claim: 'It jams.',
  source: 'a forum',
  cells: [{ go: '>=1.14', expect: 'reproduced' }],
  files: \`
-- go.mod --
module example.com/m
\`,
  workers: [{ name: 'tidy', run: 'go mod tidy', count: 2 }],
  fault: callFails({ call: 'rename' }, 'EBUSY'),
  mitigations: { 'turn it off': { env: { GOSUMDB: 'off' }, run: { tidy: 'true' } } },
  check: failsWith(message),
});
`;

/** What the loader has said, over all tests. */
const told: string[] = [];

async function load(source: string, name = 'mine.ts') {
  await using folder = await scratch();
  const file = join(folder.path, name);
  await writeFile(file, source);
  return await loadScenario(file, (line) => told.push(line.replace(`${folder.path}/`, '')));
}

/** The message of the one UserError, with the folder left out. */
async function refusal(source: string, name = 'mine.ts'): Promise<string> {
  await using folder = await scratch();
  const file = join(folder.path, name);
  await writeFile(file, source);
  return await refusalOf(file, folder.path);
}

async function refusalOf(file: string, folder: string): Promise<string> {
  const error: unknown = await loadScenario(file, (line) => told.push(line)).catch((reason: unknown) => reason);
  if (!(error instanceof UserError)) throw new Error('it was not refused with a UserError', { cause: error });
  return error.message.replaceAll(`${folder}/`, '');
}

async function scratch() {
  const path = await mkdtemp(join(tmpdir(), 'load-scenario-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true }) };
}

/** The good scenario with one thing changed. */
function changed(from: string | RegExp, to: string): string {
  const source = good.replace(from, to);
  if (source === good) throw new Error(`nothing to change: ${from}`);
  return source;
}

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
    const names = (await readdir(folder)).filter((name) => name.endsWith('.ts') && name !== 'index.ts');
    expect(names).not.toEqual([]);
    for (const name of names) await load(await readFile(new URL(name, folder), 'utf8'), name);
  });
});

test.each(Object.keys(scenarios))('the scenario %s passes the validation of user files', (id) => {
  expect(scenarioFlaws(scenarios[id])).toEqual([]);
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

/** Law: what tsc would refuse is refused, since no tsc sees the file. */
describe('a scenario of the wrong shape is refused, with the dotted path', () => {
  test.each([
    ["claim: 'It jams.',", '', 'claim is missing'],
    ["claim: 'It jams.',", 'claim: 7,', 'claim must be a string, not 7'],
    ["claim: 'It jams.',", "claim: '',", 'claim is empty'],
    ['mitigations:', 'mitigatons:', 'mitigatons is not known; did you mean mitigations?'],
    [
      "env: { GOSUMDB: 'off' }",
      "evn: { GOSUMDB: 'off' }",
      'mitigations["turn it off"].evn is not known; did you mean env?',
    ],
    [
      "env: { GOSUMDB: 'off' }",
      'env: { GOSUMDB: 1 }',
      'mitigations["turn it off"].env.GOSUMDB must be a string, not 1',
    ],
    [
      'GOSUMDB:',
      "'GO SUMDB':",
      'mitigations["turn it off"].env["GO SUMDB"] "GO SUMDB" is not a name of an environment variable',
    ],
    [/cells: .*/, 'cells: [],', 'cells is empty: name the versions and the expectation'],
    ["'>=1.14'", "'stable'", 'cells.0.go "stable" is not a version range; write it as "<1.14", ">=1.14" or "1.22"'],
    ["'>=1.14'", "['1.14']", 'cells.0.go must be a string, not Array'],
    ["expect: 'reproduced'", "expect: 'holds'", 'cells.0.expect must be "reproduced" or "not-reproduced", not "holds"'],
    ["name: 'tidy'", "name: 'ti/dy'", 'workers.0.name "ti/dy" is not a worker name; use letters, digits and "-"'],
    ['count: 2', 'count: 0', 'workers.0.count is less than 1'],
    ['count: 2', 'count: 1.5', 'workers.0.count is not a whole number'],
    ['count: 2', 'cuont: 2', 'workers.0.cuont is not known; did you mean count?'],
    ['count: 2', 'background: true', 'workers leaves nothing to wait for: all of them run in the background'],
    ['count: 2 }', "count: 2 }, { name: 'tidy', run: 'true' }", 'workers.1.name "tidy" is the name of another worker'],
    [/workers: .*/, 'workers: [],', 'workers is empty: nothing would run'],
    [
      "run: { tidy: 'true' }",
      "run: { tydi: 'true' }",
      'mitigations["turn it off"].run.tydi is not a worker; did you mean tidy?',
    ],
    [
      "run: { tidy: 'true' }",
      "expect: 'reproduced'",
      'mitigations["turn it off"].expect must be "holds" or "fails", not "reproduced"',
    ],
    [
      "run: { tidy: 'true' }",
      "rescue: 'true'",
      'mitigations["turn it off"].rescue would never run: the scenario has no `symptom` to trigger it',
    ],
    [
      "'turn it off': {",
      'Baseline: {',
      'mitigations.Baseline would be stored under the file name of another arm; rename it',
    ],
    [
      "'turn it off': {",
      "'Turn it-off': {}, 'turn it off': {",
      'mitigations["turn it off"] would be stored under the file name of another arm; rename it',
    ],
    ['check: failsWith(message)', 'check: message', 'check must be a checker, such as failsWith(/…/), not RegExp'],
    ['fault: callFails(', 'fault: String(', 'fault must be a fault, such as callFails(…), not "[object Object]"'],
    ['fault: callFails(', 'fault: null && (', 'fault must be a fault, such as callFails(…), not null'],
    ['-- go.mod --', '-- ../go.mod --', 'files txtar: ../go.mod leaves the archive; use a path below it'],
    ['-- go.mod --', '-- proxy/x --', 'files proxy/x: name a file below proxy/ proxy/MODULE@VERSION/FILE'],
    ['check:', "user: 'me', check:", 'user must be "root", "ordinary", or absent, not "me"'],
    [
      'check:',
      "probes: { 'a/b': 'true' }, check:",
      'probes["a/b"] "a/b" is not a probe name; use letters, digits and "-"',
    ],
    ['check:', 'trials: -1, check:', 'trials is less than 1'],
    ['check:', 'deadlineMs: Infinity, check:', 'deadlineMs is not a whole number'],
    ['check:', 'setup: "true", check:', 'setup must be a list of shell lines, not "true"'],
  ])('%s → %s', async (from, to, message) => {
    expect(await refusal(changed(from, to))).toBe(`mine.ts: ${message}`);
  });

  test('with all errors at once', async () => {
    expect(await refusal(changed('count: 2', 'cuont: 2').replace("claim: 'It jams.',", ''))).toBe(
      'mine.ts: claim is missing; workers.0.cuont is not known; did you mean count?',
    );
  });
});

test('a traced scenario has no strace fault and no worker in its own PID namespace', () => {
  const traced = { ...scenarios['lock-health'], trace: true };
  expect(scenarioFlaws(traced)).toEqual([]);
  const fault = callFails({ call: 'rename' }, 'EBUSY');
  const twice = 'needs strace, which already traces the workers; remove `trace` or this fault';
  expect(scenarioFlaws({ ...traced, fault })).toEqual([`fault ${twice}`]);
  expect(scenarioFlaws({ ...traced, workers: [{ name: 'download', run: 'true', fault }] })).toEqual([
    `workers.0.fault ${twice}`,
  ]);
  expect(scenarioFlaws({ ...traced, mitigations: { other: { fault } } })).toEqual([`mitigations.other.fault ${twice}`]);
  expect(scenarioFlaws({ ...traced, workers: [{ name: 'download', run: 'true', ownPidNamespace: true }] })).toEqual([
    'workers.0.ownPidNamespace cannot be traced: its processes have other pids inside',
  ]);
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

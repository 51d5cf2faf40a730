/** Each command's help ends with two examples, which do what they say; and the words of the command line fit together. */
import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/package-root.ts';
import { missingHost } from '../lab/a-run.ts';
import { aCli, aScenario, busy, type Cli, type Ended, type Place, theLine, tinyGo } from './a-cli.ts';

let cli: Cli;
let place: Place;
beforeAll(async () => {
  cli = await aCli();
});
afterAll(() => cli[Symbol.asyncDispose]());
beforeEach(async () => {
  place = await cli.place();
});
afterEach(() => place[Symbol.asyncDispose]());

const commands = ['run', 'list', 'check', 'doctor', 'trace', 'clean', 'config', 'provision'] as const;

/** Those of the help of a command, without "unlatch" and what is said of them. */
async function examplesOf(command: string): Promise<readonly string[]> {
  const { stdout } = await place.run([command, '--help']);
  const [, examples = ''] = stdout.split('\nExamples:\n');
  return Array.from(examples.matchAll(/^ {2}unlatch (.*?) +# /gm), ([, line = '']) => line);
}

/** As a shell takes it, with the quotes that are in it. */
function runLine(line: string): Promise<Ended> {
  const wrap = ['sh', '-c', `program=$1; script=$2; shift 2; "$program" "$script" ${line}`, '-'];
  return place.run([], { wrap });
}

test.each(commands)('the help of %s has two examples, and help shows the same', async (command) => {
  expect(await examplesOf(command)).toHaveLength(2);
  const asked = await place.run(['help', command]);
  expect(asked).toMatchObject({ code: 0, stderr: '', stdout: (await place.run([command, '--help'])).stdout });
});

describe('the examples that need no network do what they say:', () => {
  test.each(['list', 'check', 'doctor', 'clean', 'config'] as const)('%s', async (command) => {
    await place.write('go.mod', 'module m\n');
    const stored = 'histories/vcs-stamping.jsonl';
    await mkdir(join(place.path, 'histories'));
    await cp(join(packageRoot(), 'test', stored), join(place.path, stored));
    for (const line of await examplesOf(command)) {
      const { code, stderr } = await runLine(line);
      // A doctor may find something on this machine, and a clean leave something that another test is at.
      const fine = command === 'doctor' || command === 'clean' ? [0, 1] : [0];
      expect({ line, stderr, fine: fine.includes(code ?? -1) }).toEqual({ line, stderr: '', fine: true });
    }
  });

  test.skipIf(missingHost !== null)(`run of one's own (needs: ${missingHost ?? 'nothing more'})`, async () => {
    await place.write('mine.ts', aScenario(busy));
    const [, own = ''] = await examplesOf('run');
    expect(own).toBe('run ./mine.ts --out histories');
    expect(await runLine(`${own} --runtime host --go ${tinyGo}`)).toMatchObject({ code: 0 });
    expect(await place.run(['check', 'histories', 'mine.ts'])).toMatchObject({ code: 0 });
  });
});

test('version and --version say the same', async () => {
  const { stdout } = await place.run(['version']);
  expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  expect((await place.run(['--version'])).stdout).toBe(stdout);
});

test('help of what is no command is refused as the command is, with what comes near', async () => {
  const { code, stdout, stderr } = await place.run(['help', 'chek']);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(/^unlatch: unknown command 'chek'\n\(Did you mean check\?\)/);
});

describe('list', () => {
  test('takes ids and globs, in each of its forms', async () => {
    const { stdout } = await place.run(['list', 'modcache-rename*', 'lock-health']);
    expect(stdout.split('\n').map((line) => line.split(' ')[0])).toEqual([
      'modcache-rename',
      'modcache-rename-fs',
      'modcache-rename-leftovers',
      'lock-health',
      '',
    ]);
    const { scenarios } = JSON.parse((await place.run(['list', 'lock-health', '--json'])).stdout);
    expect(scenarios.map(({ id }: { id: string }) => id)).toEqual(['lock-health']);
    const { include } = JSON.parse((await place.run(['list', 'lock-health', '--matrix'])).stdout);
    expect(new Set(include.map(({ scenario }: { scenario: string }) => scenario))).toEqual(new Set(['lock-health']));
  });

  test.each([
    ['nosuch', 'unlatch: no scenario nosuch; `unlatch list` shows them all'],
    ['x', 'unlatch: no scenario x; `unlatch list` shows them all'],
    [
      'modcache-renam',
      'unlatch: no scenario modcache-renam; did you mean modcache-rename? `unlatch list` shows them all',
    ],
    ['stamping', 'unlatch: no scenario stamping; did you mean vcs-stamping? `unlatch list` shows them all'],
  ])('and suggests only what is near: %s', async (name, line) => {
    for (const command of ['list', 'run']) expect(theLine(await place.run([command, name]))).toBe(line);
  });
});

test.each([
  ['clean', '--wait', 'x', 0],
  ['clean', '--end', 'x', 1],
  ['config', '--timeout', 'x', 1],
])('%s %s says from which number on it takes them', async (command, option, value, least) => {
  expect(theLine(await place.run([command, option, value]))).toMatch(
    new RegExp(`^unlatch: ${option} "x": expected a whole number from ${least} to \\d+$`),
  );
});

test('a clean that spares what a living process is at tells its command in a line, below the verdict', async () => {
  const work = await place.write('tmp/go-codehost-123', '');
  await mkdir(join(place.path, 'caches'));
  const long = `x=${'y'.repeat(3000)}`;
  const wrap = ['sh', '-c', `exec 7<'${work}'; ${long}; "$@" 7<&-; exit $?`, '-'];
  const caches = join(place.path, 'caches');
  const { stdout, stderr } = await place.run(['clean', '--dry-run', '--gocache', caches, '--gomodcache', caches], {
    wrap,
  });
  expect(stderr).toBe('');
  const [verdict, ...rest] = stdout.split('\n');
  expect(verdict).toMatch(/^(?:nothing is left over|\d+ to remove)/);
  expect(rest.join('\n')).toMatch(/go-codehost-123: open in pid \d+ \(sh -c exec 7</);
  expect(Math.max(...rest.map(({ length }) => length))).toBeLessThan(300);
});

/** Each command's help ends with two examples that work, and the words of the command line are consistent. */

import { spawnSync } from 'node:child_process';
import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { matrixVersions } from '../../../src/cli/matrix-versions.ts';
import { theProgram } from '../../../src/cli/program.ts';
import { hostPlatform, platformKey } from '../../../src/go/platform.ts';
import { provisionGo } from '../../../src/go/provision/provision-go.ts';
import { storeDir } from '../../../src/go/store/store.ts';
import { packageRoot } from '../../../src/package-root.ts';
import { missingHost } from '../../lab/a-run.ts';
import { aScenario, busy, type Ended, theLine, tinyGo } from './a-cli.ts';
import { cliForAll, placeForEach } from './cli-of-file.ts';

const cli = cliForAll();
const place = placeForEach(cli);

const commands = theProgram()
  .commands.map((command) => command.name())
  .filter((name) => name !== 'help' && name !== 'version');

/** The examples in a command's help, without "unlatch" and their descriptions. */
async function examplesOf(command: string): Promise<readonly string[]> {
  const { stdout } = await place.run([command, '--help']);
  const [, examples = ''] = stdout.split('\nExamples:\n');
  return Array.from(examples.matchAll(/^ {2}unlatch (.*?) +# /gm), ([, line = '']) => line);
}

/** Splits a line like a shell, with its quotes. */
function runLine(line: string, env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  const wrap = ['sh', '-c', `program=$1; script=$2; shift 2; "$program" "$script" ${line}`, '-'];
  return place.run([], { wrap, env });
}

test.each(commands)('the help of %s has two examples, and help shows the same', async (command) => {
  expect(await examplesOf(command)).toHaveLength(2);
  const asked = await place.run(['help', command]);
  expect(asked).toMatchObject({ code: 0, stderr: '', stdout: (await place.run([command, '--help'])).stdout });
});

describe('the examples that need no network do what they say:', () => {
  test.each(['list', 'check', 'report', 'doctor', 'clean', 'config', 'completion'] as const)('%s', async (command) => {
    for (const folder of ['.local/share/bash-completion/completions', '.config/fish/completions'])
      await mkdir(join(place.path, folder), { recursive: true });
    await place.write('go.mod', 'module m\n');
    const stored = 'histories/vcs-stamping.jsonl';
    await mkdir(join(place.path, 'histories'));
    await cp(join(packageRoot(), 'test', stored), join(place.path, stored));
    await place.run(['check', stored, '--json', 'shards/report.json']);
    for (const line of await examplesOf(command)) {
      const { code, stderr } = await runLine(line);
      // The doctor may have a finding on this machine, and a clean may leave what another test uses.
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

describe('the examples that need tools do what they say:', () => {
  /** The store of whoever runs this: what is in it was brought before. */
  const env = { UNLATCH_HOME: storeDir(process.env), GOPROXY: process.env['GOPROXY'] };
  const newest = matrixVersions().go.at(-1) ?? '';

  test.skipIf(missingHost !== null)(`run (needs: ${missingHost ?? 'nothing more'})`, async () => {
    const [claim = ''] = await examplesOf('run');
    const { code, stdout } = await runLine(claim, env);
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringMatching(/^1 cell as expected, /) });
  });

  const hasStrace = spawnSync('strace', ['--version']).status === 0 || process.env['CI'] === 'true';
  test.skipIf(!hasStrace)('trace (needs: strace)', async () => {
    await place.write('go.mod', 'module m\n\ngo 1.21\n');
    await place.write('m.go', 'package m\n');
    const { goroot } = await provisionGo(newest, { env: process.env, from: 'store' });
    const path = `${join(goroot, 'bin')}:${process.env['PATH']}`;
    for (const line of await examplesOf('trace')) {
      const { code, stderr } = await runLine(line, { PATH: path, GOTOOLCHAIN: 'local', GOFLAGS: '-modcacherw' });
      expect({ line, code, stderr }).toEqual({ line, code: 0, stderr: expect.stringMatching(/lock/) });
    }
  });

  test('provision', async () => {
    const platform = platformKey(hostPlatform());
    const versions = ['1.22.12', '1.26.8', '1.27.4'];
    for (const version of versions) {
      await place.write(`store/go/${version}-${platform}/go/VERSION`, `go${version}\n`);
      await place.write(`store/go/${version}-${platform}/go/bin/go`, '#!/bin/sh\n');
    }
    await place.write(`store/gopls/0.24.0-${platform}/gopls`, '');
    await place.write(`store/gopls/0.24.0-${platform}/built-with`, '1.27.4');
    const names = versions.map((version) => `v0.0.1-go${version}.${platform}\n`);
    await place.write('proxy/golang.org/toolchain/@v/list', names.join(''));
    await place.write('proxy/golang.org/x/tools/gopls/@v/list', 'v0.23.0\nv0.24.0\n');
    const proxy = { GOPROXY: pathToFileURL(join(place.path, 'proxy')).href };
    const [newestOfBoth = '', two = ''] = await examplesOf('provision');
    expect(await runLine(newestOfBoth, proxy)).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^go 1\.27\.4 {2}\/.*\ngopls 0\.24\.0 {2}\/.*\n$/),
    });
    const { code, stdout } = await runLine(two, proxy);
    expect({ code, go: JSON.parse(stdout).go }).toMatchObject({
      code: 0,
      go: [{ version: '1.22.12' }, { version: '1.26.8' }],
    });
  });
});

test('version and --version say the same', async () => {
  const { stdout } = await place.run(['version']);
  expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  expect((await place.run(['--version'])).stdout).toBe(stdout);
});

test('help of an unknown command is refused like that command, with near matches', async () => {
  const { code, stdout, stderr } = await place.run(['help', 'chek']);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(/^unlatch: unknown command 'chek'\n\(Did you mean check\?\)/);
});

describe('list', () => {
  test('takes ids and globs, in each of its forms', async () => {
    const { stdout } = await place.run(['list', 'modcache-rename*', 'lock-health']);
    expect(stdout.split('\n').map((line) => /^(?: {2}\S+|.*)/.exec(line)?.[0])).toEqual([
      'the module cache',
      '  modcache-rename',
      '  modcache-rename-fs',
      '  modcache-rename-leftovers',
      '',
      'file locks',
      '  lock-health',
      '',
    ]);
    const { scenarios } = JSON.parse((await place.run(['list', 'lock-health', '--json'])).stdout);
    expect(scenarios.map(({ id }: { id: string }) => id)).toEqual(['lock-health']);
    const { include } = JSON.parse((await place.run(['list', 'lock-health', '--matrix'])).stdout);
    expect(new Set(include.map(({ scenario }: { scenario: string }) => scenario))).toEqual(new Set(['lock-health']));
  });

  test('has every scenario once, in a group named after what is contended for', async () => {
    const { stdout } = await place.run(['list']);
    const { scenarios } = JSON.parse((await place.run(['list', '--json'])).stdout);
    const ids = Array.from(stdout.matchAll(/^ {2}(\S+) +/gm), ([, id]) => id);
    expect(ids.toSorted()).toEqual(scenarios.map(({ id }: { id: string }) => id).toSorted());
    expect(stdout).not.toMatch(/^other$/m);
  });

  test('filters by words in each of its forms, and says if nothing matches', async () => {
    const { stdout } = await place.run(['list', '--about', 'GO.SUM']);
    expect(stdout).toMatch(/^go\.sum\n {2}gosum-temp-rename /);
    expect(stdout).not.toContain('lock-health');
    const { scenarios } = JSON.parse((await place.run(['list', 'gosum-*', '--about', 'rename', '--json'])).stdout);
    expect(scenarios.map(({ id }: { id: string }) => id)).toEqual(['gosum-temp-rename']);
    const none = theLine(await place.run(['list', '--about', 'a pink elephant']));
    expect(none).toBe('unlatch: --about a pink elephant: no claim says so; `unlatch list` shows them all');
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

test('a clean that spares what a live process uses names its command in one line below the verdict', async () => {
  const work = await place.write('tmp/go-codehost-123', '');
  await mkdir(join(place.path, 'caches'));
  const long = `x=${'y'.repeat(3000)}`;
  const wrap = ['sh', '-c', `exec 7<'${work}'; ${long}; "$@" 7<&-; exit $?`, '-'];
  const caches = join(place.path, 'caches');
  const { stdout, stderr } = await place.run(['clean', '--dry-run', '--gocache', caches, '--gomodcache', caches], {
    wrap,
  });
  await rm(work);
  expect(stderr).toBe('');
  const [verdict, ...rest] = stdout.split('\n');
  expect(verdict).toMatch(/^(?:nothing is left over|\d+ to remove)/);
  expect(rest.join('\n')).toMatch(/go-codehost-123: open in pid \d+ \(sh -c exec 7</);
  expect(Math.max(...rest.map(({ length }) => length))).toBeLessThan(300);
});

/**
 * On an unusual machine no command reports a bug of unlatch. It prints one line with the original error message, or it does
 * its work anyway.
 *
 * Not tested: a machine without /proc, and one where no process can be started at all.
 */

import { spawnSync } from 'node:child_process';
import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { missingHost } from '../../lab/a-run.ts';
import { aScenario, busy, onHost, type StartOptions, theLine } from '../cli/a-cli.ts';
import { cliForAll, placeForEach } from '../cli/cli-of-file.ts';

const cli = cliForAll();
const place = placeForEach(cli);
beforeEach(async () => {
  await place.write('mine.ts', aScenario(busy));
  await place.write('w/go.mod', 'module m\n\ngo 1.21\n');
  await place.write('w/.vscode/settings.json', '{ "go.buildFlags": ["-mod=mod"] }');
  await place.write('a-file', '');
  await mkdir(join(place.path, 'caches'));
});

const commands: readonly (readonly string[])[] = [
  ['list'],
  ['list', '--json'],
  ['check', 'out'],
  ['config', 'w'],
  ['config'],
  ['clean', '--dry-run'],
  ['clean', '--gocache', 'caches', '--gomodcache', 'caches'],
  ['provision', '--go', '1.99.7'],
  ...(missingHost === null ? [['trace', '--json', 'trace.json', '--', 'true'], onHost('mine.ts', '--out', 'out')] : []),
];

/** Runs a program in the place in an unusual way: `sh -c SCRIPT - PROGRAM ARG …`. */
const by = (script: string): StartOptions => ({ wrap: ['sh', '-c', `${script}; exec "$@"`, '-'] });

/** A program of this name with this output and this exit status. */
async function aProgram(name: string, script: string): Promise<string> {
  await chmod(await place.write(`odd/${name}`, `#!/bin/sh\n${script}\n`), 0o755);
  return `${join(place.path, 'odd')}:/usr/bin:/bin`;
}

const mountable = spawnSync('unshare', ['-rm', 'true']).status === 0;

describe('no command calls it a bug of unlatch that', () => {
  test.each<[what: string, odd: () => Promise<StartOptions> | StartOptions]>([
    ['TMPDIR is gone', () => ({ env: { TMPDIR: '/gone' } })],
    ['TMPDIR is a file', () => ({ env: { TMPDIR: join(place.path, 'a-file') } })],
    ['TMPDIR is relative and not there', () => ({ env: { TMPDIR: 'gone' } })],
    ['HOME is not set', () => ({ env: { HOME: undefined } })],
    ['HOME is a file', () => ({ env: { HOME: join(place.path, 'a-file') } })],
    ['the working directory is gone', () => by('mkdir gone; cd gone; rmdir ../gone')],
    ['PATH is empty', () => ({ env: { PATH: '' } })],
    ['PATH has no go', () => ({ env: { PATH: '/usr/bin:/bin' } })],
    ['go speaks nonsense', async () => ({ env: { PATH: await aProgram('go', 'echo nonsense {') } })],
    ['go answers with an error', async () => ({ env: { PATH: await aProgram('go', 'echo no, says go >&2; exit 2') } })],
    ['go is no program', async () => ({ env: { PATH: await aProgram('go', '\u0000') } })],
    ['GOCACHE is off', () => ({ env: { GOCACHE: 'off' } })],
    ['GOFLAGS are refused', () => ({ env: { GOFLAGS: '-mod vendor' } })],
    ['GOENV is a folder', () => ({ env: { GOENV: '/tmp' } })],
    ['UNLATCH_HOME is a file', () => ({ env: { UNLATCH_HOME: join(place.path, 'a-file') } })],
    ['stdout is closed', () => by('exec >&-')],
    ['stderr is closed', () => by('exec 2>&-')],
    ['hardly a file may be opened', () => by('ulimit -n 24')],
    ['no file may grow', () => by('ulimit -f 0')],
    ['a terminal has one column', () => ({ env: { COLUMNS: '1' } })],
  ])(
    '%s',
    async (_, odd) => {
      const options = await odd();
      const ended = await Promise.all(commands.map(async (args) => ({ args, ...(await place.run(args, options)) })));
      for (const { args, code, stdout, stderr } of ended) {
        const said = `${stdout}${stderr}`;
        expect({ args, code, bug: /a bug in unlatch[\s\S]*|^ {4}at .*/m.exec(said)?.[0] ?? null }).toEqual({
          args,
          code: expect.toSatisfy((status: unknown) => status !== 4 && status !== null),
          bug: null,
        });
      }
    },
    180_000,
  );

  test.skipIf(!mountable).each([
    ['every disk is full', 'mount -t tmpfs -o size=64k none odd; cat /dev/zero >odd/filler 2>/dev/null'],
    ['every disk is read-only', 'mount -t tmpfs none odd; mount -o remount,ro odd'],
  ])(
    '%s (needs: unshare)',
    async (_, script) => {
      const places = 'export TMPDIR=$PWD/odd HOME=$PWD/odd UNLATCH_HOME=$PWD/odd';
      const wrap = ['unshare', '-rm', ...(by(`mkdir -p odd; ${script}; ${places}`).wrap ?? [])];
      const ended = await Promise.all(commands.map(async (args) => ({ args, ...(await place.run(args, { wrap })) })));
      for (const { args, code, stderr } of ended) {
        expect({ args, stderr }).toEqual({ args, stderr: expect.not.stringMatching(/a bug in unlatch|^ {4}at /m) });
        expect({ args, code }).toEqual({ args, code: expect.toSatisfy((status: unknown) => status !== 4) });
      }
    },
    180_000,
  );
});

describe('what is odd is named:', () => {
  test('a TMPDIR in which nothing can be made', async () => {
    const line = theLine(await place.run(['config', 'w'], { env: { TMPDIR: '/gone' } }));
    expect(line).toMatch(/^unlatch: TMPDIR is not usable: \/gone \(does not exist\); set TMPDIR to a writable folder/);
  });

  test('a working directory that is gone', async () => {
    const ended = await place.run(['config'], by('mkdir gone; cd gone; rmdir ../gone'));
    expect(theLine(ended)).toMatch(/^unlatch: the working directory is gone; change to one that exists/);
    expect(ended.code).toBe(2);
  });

  test('that no more files may be opened', async () => {
    const ended = await place.run(['clean', '--dry-run'], by('ulimit -n 24'));
    expect(theLine(ended)).toMatch(/go cannot be started: spawn go: too many open files/);
  });

  test('the folder in which a program cannot be started, and not the program', async () => {
    const { runCommand } = await import('../../../src/process/run-command.ts');
    const asked = { env: {}, limitMs: 1000, signal: new AbortController().signal };
    for (const folder of ['/gone', join(place.path, 'a-file')]) {
      await expect(runCommand('/bin/true', [], { ...asked, folder })).rejects.toThrow(
        `/bin/true cannot be started in ${folder}: not a folder`,
      );
    }
    await expect(runCommand('/gone', [], { ...asked, folder: '/' })).rejects.toThrow('/gone cannot be started');
  });
});

describe('the words of a program that failed are printed:', () => {
  test.each([
    [
      'of a go env that answers with an error',
      'echo "go: parsing \\$GOFLAGS: no" >&2; exit 1',
      'it exited with 1: go: parsing $GOFLAGS: no',
    ],
    ['of one that says it on stdout', 'echo no license; exit 3', 'it exited with 3: no license'],
    ['of one that says nothing', 'exit 2', 'it exited with 2)'],
    ['of one that is no go', 'echo "asdf: no version is set"', 'it answers "asdf: no version is set"'],
  ])('%s', async (_, script, words) => {
    const ended = await place.run(['clean', '--dry-run'], { env: { PATH: await aProgram('go', script) } });
    expect(ended.code).toBe(2);
    expect(theLine(ended)).toContain(words);
    expect(theLine(ended)).toContain('name them with --gocache and --gomodcache');
  });
});

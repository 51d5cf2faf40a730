/** `unlatch config` as users run it: its exit status, and its output on stdout and stderr. */

import { chmod, cp, mkdir, readFile, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { until } from '../../docker/an-engine.ts';
import { realTools, type Tools } from '../../integration/config/real-tools.ts';
import { aNap, type Ended, isAsleep, theLine } from './a-cli.ts';
import { cliForAll, placeForEach } from './cli-of-file.ts';

const cli = cliForAll();
const place = placeForEach(cli);
let tools: Tools;
beforeAll(async () => {
  tools = await realTools('0.24.0');
});
beforeEach(async () => {
  await place.write('w/go.mod', 'module m\n\ngo 1.21\n');
});

const settings = 'w/.vscode/settings.json';
const bad = '{\n  "gopls": { "hoverkind": "x" }\n}\n';

/** With the newest gopls and its go on PATH. */
function config(...args: readonly string[]): Promise<Ended> {
  const PATH = [dirname(tools.gopls), dirname(tools.go), '/usr/bin', '/bin'].join(':');
  return place.run(['config', 'w', ...args], { env: { PATH } });
}

describe('the exit status is', () => {
  test('0 without findings, and when there is nothing to judge', async () => {
    expect(await config()).toMatchObject({ code: 0, stderr: '' });
    await place.write(settings, '{ "gopls": { "ui.semanticTokens": true } }');
    const { code, stdout, stderr } = await config();
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^Read go.mod, .vscode\/settings.json; asked gopls 0\.24\.0 .* and go .*; no findings\.\n$/);
  });

  test('0 with notes alone', async () => {
    await place.write(settings, '{ "go.languageServerFlags": ["-remote=auto", "-mode=stdio"] }');
    const { code, stdout } = await config();
    expect(code).toBe(0);
    expect(stdout.match(/note [a-z-]+/g)).toEqual(['note shared-socket', 'note gopls-flag']);
  });

  test('1 with a finding, told with file, line and column first', async () => {
    await place.write(settings, bad);
    const { code, stdout, stderr } = await config();
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toMatch(/^\.vscode\/settings\.json:2:14: error gopls-setting: .*hoverkind/);
    expect(stdout).toContain('→ remove it, or write "ui.documentation.hoverKind" if you mean that');
  });

  test('2 for mistakes of the caller', async () => {
    expect(theLine(await place.run(['config', 'nowhere']))).toBe('unlatch: nowhere: no such folder');
    expect(theLine(await place.run(['config', 'w/go.mod']))).toBe('unlatch: w/go.mod: not a folder');
    await place.write(settings, bad);
    for (const args of [
      ['--timeout', '0'],
      ['--gopls', './nowhere'],
      ['--gopls', 'w/'],
      ['--gopls', 'w/go.mod'],
      ['--gopls', 'newest'],
      ['--go', './nowhere'],
      ['--json', '--sarif', '-'],
      ['--sarif', 'w'],
    ]) {
      const ended = await config(...args);
      expect({ args, code: ended.code }).toEqual({ args, code: 2 });
      theLine(ended);
    }
  });

  test('3 when there is no gopls to ask, and what needs none is judged', async () => {
    await place.write(settings, '{ "gopls": { "hoverkind": "x" } }');
    const run = () => place.run(['config', 'w'], { env: { PATH: `${dirname(tools.go)}:/usr/bin:/bin` } });
    const { code, stdout } = await run();
    expect(code).toBe(3);
    expect(stdout).toContain('Not checked:\n  settings and flags of gopls: no gopls found; name one with --gopls');
    await place.write(settings, '{ "gopls": { "hoverkind": "x" }, "go.languageServerFlags": ["-listen=:1"] }');
    expect(await run()).toMatchObject({ code: 1, stdout: expect.stringContaining('shared-socket') });
  });

  test('3 when the gopls does not answer as one does, or not in time', async () => {
    await place.write(settings, bad);
    for (const [body, said] of [
      ['echo no gopls', 'version -json does not print what gopls prints'],
      ['exit 7', 'failed (exit 7)'],
      ['sleep 60', 'did not end within 1000 ms'],
    ]) {
      const gopls = await place.write('bin/gopls', `#!/bin/sh\nPATH=/usr/bin:/bin\n${body}\n`);
      await chmod(gopls, 0o755);
      const ended = await config('--gopls', gopls, '--timeout', '1');
      expect(ended.code).toBe(3);
      expect(theLine(ended)).toContain(said);
    }
  });
});

test('Ctrl-C ends the programs that are asked, with 130, and leaves nothing', async () => {
  await place.write(settings, bad);
  for (const body of ['exec sleep 600', `[ "$1" ] || exec sleep 600\nexec ${tools.gopls} "$@"`]) {
    const nap = aNap();
    const script = body.replace('600', nap);
    const gopls = await place.write('bin/gopls', `#!/bin/sh\nPATH=/usr/bin:/bin\n${script}\n`);
    await chmod(gopls, 0o755);
    const running = place.start(['config', 'w', '--gopls', gopls], {
      env: { PATH: `${dirname(tools.go)}:/usr/bin:/bin` },
    });
    await until('its sleep', () => isAsleep(nap));
    running.child.kill('SIGINT');
    expect(await running.ended).toMatchObject({
      code: 130,
      stdout: '',
      stderr: 'unlatch: interrupted; no settings were checked\n',
    });
    expect(await isAsleep(nap)).toBe(false);
  }
});

test('a program that comes with the workspace, or is not called gopls, is not run', async () => {
  const marker = join(place.path, 'was-run');
  for (const [file, why] of [
    ['w/bin/gopls', 'comes with the workspace'],
    ['elsewhere/rm', 'is not called gopls'],
  ] as const) {
    const program = await place.write(file, `#!/bin/sh\n: >${marker}\n`);
    await chmod(program, 0o755);
    await place.write(settings, `{ "gopls": { "x": 1 }, "go.alternateTools": { "gopls": "${program}" } }`);
    const { code, stdout } = await config();
    expect(code).toBe(3);
    expect(stdout).toContain(why);
  }
  await expect(readFile(marker)).rejects.toMatchObject({ code: 'ENOENT' });
});

test('a file and a folder that may not be read are reported, and the others are judged', async () => {
  await place.write('w/.golangci.yml', 'run: {}\n');
  await place.write('w/.github/workflows/ci.yml', 'jobs: {}\n');
  await place.write('w/.vscode/settings.json', '{ "go.languageServerFlags": ["-listen=:1"] }');
  await chmod(join(place.path, 'w/.golangci.yml'), 0o000);
  await chmod(join(place.path, 'w/.github/workflows'), 0o000);
  // Root may read all of it. Who else asks a go, where /usr/bin has one, needs a TMPDIR.
  await chmod(place.tmp, 0o1777);
  const demote = ['setpriv', '--reuid', '1000', '--regid', '1000', '--clear-groups'];
  const { code, stdout } = await place.run(['config', 'w', '--json'], {
    env: { PATH: '/usr/bin:/bin' },
    wrap: process.getuid?.() === 0 ? demote : [],
  });
  expect(code).toBe(1);
  const { findings } = JSON.parse(stdout);
  expect(findings.map(({ summary }: { summary: string }) => summary)).toEqual([
    '.github/workflows cannot be read (EACCES), so it was not checked',
    '.golangci.yml cannot be read (EACCES), so it was not checked',
    expect.stringContaining('-listen=:1'),
  ]);
  await chmod(join(place.path, 'w/.github/workflows'), 0o755);
});

test('a gopls from go.alternateTools is the one that is asked', async () => {
  await mkdir(join(place.path, 'elsewhere'));
  const program = join(place.path, 'elsewhere/gopls-mine');
  await cp(tools.gopls, program);
  await place.write(settings, `{ "gopls": { "x": 1 }, "go.alternateTools": { "gopls": "${program}" } }`);
  expect((await config()).stdout).toContain(`asked gopls 0.24.0 (${program})`);
});

test('--json prints one document, --sarif writes another', async () => {
  await place.write(settings, bad);
  const { code, stdout, stderr } = await config('--json', '--sarif', 'out/config.sarif');
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  expect(JSON.parse(stdout)).toMatchObject({
    schema: 1,
    gopls: { version: '0.24.0', builtWith: tools.goVersion },
    go: { version: tools.goVersion },
    files: ['go.mod', '.vscode/settings.json'],
    findings: [{ id: 'gopls-setting', severity: 'error', file: '.vscode/settings.json', line: 2, column: 14 }],
    unjudged: [],
  });
  const sarif = JSON.parse(await readFile(join(place.path, 'out/config.sarif'), 'utf8'));
  expect(sarif.runs[0].results).toHaveLength(1);
  expect(JSON.parse((await config('--sarif', '-')).stdout)).toEqual(sarif);
});

test('control characters in a file do not reach the terminal', async () => {
  await place.write(settings, '{ "gopls": { "\\u001b[2Jx\\u0007": 1 } }');
  const { stdout } = await config();
  expect(stdout).toContain('\ufffd[2Jx\ufffd');
});

test('nothing in HOME is read or written: no folder of gopls or go appears there', async () => {
  await place.write(settings, bad);
  await symlink('/nonexistent', join(place.path, 'go'));
  expect((await config()).code).toBe(1);
  const { readdir } = await import('node:fs/promises');
  expect((await readdir(place.path)).sort()).toEqual(['go', 'store', 'tmp', 'w']);
});

test('--socket prints the socket of the workspace and the settings that use it', async () => {
  const { code, stdout } = await config('--socket', '--timeout', '280');
  expect(code).toBe(0);
  const [path = ''] = stdout.split('\n');
  expect(path).toMatch(/\/gopls-[0-9a-f]{6}-daemon\.\w+-[0-9a-f]{12}$/);
  const id = path.slice(-12);
  for (const line of [
    `"go.languageServerFlags": ["-remote=auto;${id}"]`,
    `cmd = { 'gopls', '-remote=auto;${id}' }`,
    `args = ["-remote=auto;${id}"]`,
  ]) {
    expect(stdout).toContain(line);
  }
  const json = JSON.parse((await config('--socket', '--json', '--timeout', '280')).stdout);
  expect(json).toMatchObject({ schema: 1, id, path, flaw: null });
}, 300_000);

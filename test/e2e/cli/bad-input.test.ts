/** For a mistake of the caller, unlatch prints one line on stderr with the mistake and a fix, exits with 2, and leaves nothing. */

import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { missingHost } from '../../lab/a-run.ts';
import { aScenario, busy, onHost, theLine } from './a-cli.ts';
import { aListingProxy } from './a-listing-proxy.ts';
import { cliForAll, placeForEach } from './cli-of-file.ts';

const cli = cliForAll();
const place = placeForEach(cli);
beforeEach(async () => {
  await place.write('mine.ts', aScenario(busy));
});

async function refused(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<string> {
  const ended = await place.run(args, { env });
  expect(ended).toMatchObject({ code: 2, stdout: '' });
  return theLine(ended);
}

describe('one line and 2 is the answer to', () => {
  test.each<[what: string, args: readonly string[], line: RegExp]>([
    ['an unknown scenario', ['run', 'modcache-renam'], /no scenario modcache-renam; did you mean modcache-rename\?/],
    ['a glob that nothing fits', ['run', 'no-such-*'], /no scenario matches no-such-\*; `unlatch list` shows them all/],
    ['a shard before the first', ['run', 'mine.ts', '--shard', '0/3'], /--shard 0\/3: write it as I\/N/],
    ['a shard after the last', ['run', 'mine.ts', '--shard', '4/3'], /--shard 4\/3: write it as I\/N/],
    ['a shard that is none', ['run', 'mine.ts', '--shard', 'x'], /--shard x: write it as I\/N/],
    ['no jobs', ['run', 'mine.ts', '--jobs', '0'], /--jobs "0": expected a whole number from 1/],
    ['half a trial', ['run', 'mine.ts', '--trials', '0.5'], /--trials "0.5": expected a whole number from 1/],
    ['more trials than memory', ['run', 'mine.ts', '--trials', '1000000000'], /--trials .*: expected .* to 10000/],
    ['a timeout of nothing', ['run', 'mine.ts', '--timeout', ''], /--timeout "": expected a whole number from 1/],
    ['a timeout that no timer holds', ['run', 'mine.ts', '--timeout', '9999999'], /--timeout .*: expected .* to 86400/],
    [
      'a word for a version',
      ['run', 'mine.ts', '--go', 'nonsense'],
      /"nonsense" is not a Go version; write it as 1\.22/,
    ],
    ['no version', ['run', 'mine.ts', '--go', ''], /"" is not a Go version/],
    ['a word for a gopls', ['run', 'mine.ts', '--gopls', 'new'], /"new" is not a gopls version; write it as 0\.18\.1/],
    ['versions that no scenario has', ['run', 'mine.ts', '--gopls', '0.18.1'], /no scenario covers these versions/],
    ['two reports on stdout', ['run', 'mine.ts', '--json', '-', '--junit', '-'], /--json - and --junit -: only one/],
    ['a file that is not there', ['run', 'other.ts'], /other\.ts: no such file/],
    ['a folder for a file', ['check', 'nowhere'], /nowhere: no such file or folder/],
  ])('%s', async (_, args, line) => {
    expect(await refused(args)).toMatch(line);
  });

  test.each([
    ['an unknown option', ['run', '--wat'], /^unlatch: unknown option '--wat'\n\(unlatch run --help shows/],
    ['an unknown command', ['fly'], /^unlatch: unknown command 'fly'\n\(unlatch --help shows/],
    ['a near miss of a command', ['chek'], /^unlatch: unknown command 'chek'\n\(Did you mean check\?\)/],
    ['an unknown runtime', ['run', '--runtime', 'lxc'], /'lxc' is invalid\. Allowed choices are auto, docker, host/],
    ['no arguments', ['check'], /^unlatch: missing required argument 'path'/],
  ])('%s, with a word on the help', async (_, args, words) => {
    const { code, stdout, stderr } = await place.run(args);
    expect(stderr).toMatch(words);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });

  test('two files that would have one name', async () => {
    await place.write('other/mine.ts', aScenario(busy));
    expect(await refused(onHost('mine.ts', 'other/mine.ts'))).toMatch(/two scenarios would have the id mine; rename/);
  });

  test.each([
    [
      'throws',
      aScenario(busy, '', "throw new Error('boom');"),
      /^unlatch: mine\.ts:2: it throws while loading: Error: boom/,
    ],
    ['does not parse', 'export default {{{', /^unlatch: mine\.ts:1: syntax error: /],
    ['is of the wrong shape', 'export default { claim: 3 };', /^unlatch: mine\.ts: claim must be a string/],
    ['exports nothing', 'const x = 1;\n', /^unlatch: mine\.ts: no default export; write `export default define/],
    ['imports what is not there', "import { x } from 'node:fs'; x();", /^unlatch: mine\.ts:1: a scenario imports only/],
  ])('a scenario file that %s', async (_, text, line) => {
    await place.write('mine.ts', text);
    expect(await refused(onHost('mine.ts'))).toMatch(line);
  });

  test.each(['--json', '--markdown', '--junit', '--html'])(
    'a place for %s that is taken by a folder',
    async (option) => {
      await mkdir(join(place.path, 'taken'));
      expect(await refused(onHost('mine.ts', option, 'taken'))).toMatch(
        new RegExp(`^unlatch: ${option} taken: is a folder; name another file`),
      );
    },
  );

  test.each([
    ['--json', 'below/report.json'],
    ['--out', 'below/histories'],
    ['--out', 'below'],
  ])('a place for %s (%s) that is below a file, or one', async (option, path) => {
    await place.write('below', '');
    expect(await refused(onHost('mine.ts', option, path))).toMatch(
      new RegExp(`^unlatch: ${option} ${path}: .*/below is no`),
    );
  });

  test('a report for `check` that cannot be written', async () => {
    await place.write('below', '');
    expect(await refused(['check', 'nowhere', '--html', 'below/x.html'])).toMatch(
      /--html below\/x\.html: .* is not a folder/,
    );
  });

  test('a place where no folder can be made, which mkdir would try for ever', async ({ skip }) => {
    skip(process.platform !== 'linux' || process.getuid?.() !== 0, 'needs /proc and root, to whom it looks writable');
    const { code, stderr } = await place.run(onHost('mine.ts', '--json', '/proc/nowhere/x/report.json'));
    expect(stderr).toMatch(/unlatch: --json \/proc\/nowhere\/x\/report\.json: the report could not be written: ENOENT/);
    expect(code).toBe(2);
  });

  test('a Go version that does not exist, which names those that do', async () => {
    await using proxy = await aListingProxy();
    const { code, stdout, stderr } = await place.run(['run', '--runtime', 'host', 'mine.ts', '--go', '1.99.0'], {
      // Nothing listens there; go.dev is not asked.
      env: { GOPROXY: proxy.url, HTTPS_PROXY: 'http://127.0.0.1:1' },
    });
    expect(stderr).toMatch(/^unlatch: there is no Go 1\.99\.0 for \S+; there is 1\.26\.1, 1\.27\.0\n/m);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(await readdir(join(place.store, 'tmp'))).toEqual([]);
  });

  test('an engine that is not there', async () => {
    const line = await refused(['run', 'mine.ts', '--runtime', 'docker'], {
      DOCKER_HOST: `unix://${place.path}/none.sock`,
    });
    expect(line).toMatch(/^unlatch: no Docker engine answers \(.*none\.sock.*\); start one, or use --runtime host$/);
  });

  test('a TMPDIR that is not there', async () => {
    expect(await refused(onHost('mine.ts'), { TMPDIR: join(place.path, 'gone') })).toMatch(
      /TMPDIR \S+\/gone does not exist; set it to a writable folder/,
    );
  });
});

describe.skipIf(missingHost !== null)(`where trials can run (needs: ${missingHost ?? 'nothing more'})`, () => {
  test("a user's own file is run and judged", async () => {
    const { code, stdout } = await place.run(onHost('./mine.ts'));
    expect(stdout).toMatch(/✓ mine +reproduced/);
    expect(code).toBe(0);
  });

  test('without an engine, auto falls back to the host and says so', async () => {
    const args = ['run', 'mine.ts', '--go', '1.99.7', '--runtime', 'auto'];
    const { code, stdout, stderr } = await place.run(args, { env: { DOCKER_HOST: `unix://${place.path}/none.sock` } });
    expect(stderr).toMatch(/^no Docker engine answers, so the trials run on this host \(.*none\.sock/);
    expect(stdout).toMatch(/✓ mine +reproduced/);
    expect(code).toBe(0);
  });

  test('a shard beyond the plan has nothing to do, says so, and succeeds', async () => {
    const { code, stdout, stderr } = await place.run(onHost('mine.ts', '--shard', '2/2', '--json', '-'));
    expect(stderr).toMatch(/^--shard 2\/2: nothing to do, the plan has only 1 cell$/m);
    expect(JSON.parse(stdout)).toMatchObject({ schema: 1, cells: [] });
    expect(code).toBe(0);
  });

  test('a version that is named twice is judged once', async () => {
    const { stdout } = await place.run([
      'run',
      '--runtime',
      'host',
      '--go',
      '1.99.7,go1.99.7',
      'mine.ts',
      '--json',
      '-',
    ]);
    expect(JSON.parse(stdout).cells).toHaveLength(1);
  });

  test('an older report that is none is refused before the run, and so is one without a page', async () => {
    await place.write('odd.json', '{"schema":1,"cells":[{}],"host":{}}');
    const refusal = async (...args: readonly string[]) =>
      (await place.run(onHost('mine.ts', ...args))).stderr.trimEnd().split('\n').at(-1);
    expect(await refusal('--html', 'x.html', '--since', 'odd.json')).toMatch(
      /^unlatch: --since odd\.json: not a report/,
    );
    expect(await refusal('--html', 'x.html', '--since', 'none.json')).toMatch(
      /^unlatch: --since none\.json: cannot be read/,
    );
    expect(await refusal('--since', 'odd.json')).toMatch(/^unlatch: --since goes with --html/);
    expect(await readdir(place.path)).not.toContain('x.html');
  });

  test('missing folders above a report are created', async () => {
    const files = { '--json': 'a/b/r.json', '--markdown': 'c/r.md', '--junit': 'd/r.xml', '--html': 'e/f/r.html' };
    const { code } = await place.run(onHost('mine.ts', '--out', 'g/h', ...Object.entries(files).flat()));
    expect(code).toBe(0);
    for (const file of Object.values(files)) expect(await readdir(join(place.path, file, '..'))).toHaveLength(1);
    expect(await readdir(join(place.path, 'g/h/mine/1.99.7-host'))).toEqual(['baseline-1.json']);
  });

  test('a relative TMPDIR works', async () => {
    const { code, stdout } = await place.run(onHost('mine.ts'), { env: { TMPDIR: 'tmp' } });
    expect(stdout).toMatch(/✓ mine +reproduced/);
    expect(code).toBe(0);
  });
});

/** `unlatch clean` as users run it, on caches that real go commands fill and read. */

import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { CleanReport } from '../../../../src/clean/clean.ts';
import { cachesForEach, go, noGo } from './caches-for-each.ts';

const { place, modcache, env, runGo, clean, versions, litter, expectWhole } = cachesForEach();

test.skipIf(noGo)('a dry run exits 1 when there is something, a clean 0, and then there is nothing', async () => {
  await expectWhole();
  const paths = litter();
  const plan = await clean('--dry-run', '--json');
  expect(plan).toMatchObject({ code: 1, stderr: '' });
  const report = JSON.parse(plan.stdout) as CleanReport;
  expect(report).toMatchObject({ schema: 1, dryRun: true, left: paths.length });
  expect(report.items.map(({ path }) => path).sort()).toEqual([...paths].sort());
  expect(paths.every(existsSync)).toBe(true);
  const cleaned = await clean();
  expect(cleaned).toMatchObject({ code: 0, stderr: '' });
  expect(cleaned.stdout).toMatch(/^removed 12, 0 B\nremoved:\n(?: .*\n){12}$/);
  expect(paths.some(existsSync)).toBe(false);
  expect(await clean('--dry-run')).toMatchObject({ code: 0, stdout: 'nothing is left over\n' });
  await expectWhole();
});

test('a folder that is no cache is a mistake of the caller, in one line', async () => {
  mkdirSync(join(place.path, 'odd/x'), { recursive: true });
  const { code, stdout, stderr } = await clean('--gomodcache', 'odd', '--gocache', 'odd');
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(/^unlatch: \S+odd: does not look like a module cache.*\n$/);
});

test.each([
  ['--wait', 'soon'],
  ['--end', 'gopls'],
  ['--gocache', ''],
])('%s %j is the mistake of the caller', async (...args) => {
  expect(await clean(...args)).toMatchObject({ code: 2, stdout: '' });
});

test('without a go, the caches must be named', async () => {
  const { code, stderr } = await place.run(['clean'], { env: { ...env(), PATH: join(place.path, 'nowhere') } });
  expect([code, stderr]).toEqual([
    2,
    'unlatch: `go env` does not say where the caches are (go cannot be started: spawn go ENOENT); name them with --gocache and --gomodcache\n',
  ]);
});

test.skipIf(noGo)('the marker of a half-extracted module stays, and go completes the module', async () => {
  await expectWhole();
  const tree = join(modcache(), 'example.com/a@v1.0.0');
  const mark = join(versions('a'), 'v1.0.0.partial');
  const halve = () => {
    chmodSync(tree, 0o755);
    unlinkSync(join(tree, 'f3.go'));
    writeFileSync(mark, '');
  };
  halve();
  const { code, stdout } = await clean();
  expect([code, stdout]).toEqual([
    0,
    expect.stringMatching(/^nothing is left over\nspared:\n.*v1\.0\.0\.partial: go needs it/),
  ]);
  await expectWhole();
  expect([existsSync(mark), existsSync(join(tree, 'f3.go'))]).toEqual([false, true]);
  // Without the marker go would not notice, so it stays.
  halve();
  unlinkSync(mark);
  expect(await runGo('mod', 'download')).toEqual({ code: 0, said: '' });
  expect((await runGo('mod', 'verify')).said).toContain('dir has been modified');
});

test.skipIf(noGo)('an empty zip or go.mod fails go, and does not after a clean', async () => {
  await expectWhole();
  for (const suffix of ['zip', 'mod']) {
    writeFileSync(join(versions('b'), `v1.0.0.${suffix}`), '');
    rmSync(join(modcache(), 'example.com/b@v1.0.0'), { recursive: true });
    expect((await runGo('mod', 'download')).code).toBe(1);
    expect((await clean()).code).toBe(0);
    await expectWhole();
  }
});

test.skipIf(noGo)(
  "git's own lock file, left by a git that was killed, fails go get; a clean removes it, and go get passes",
  async () => {
    const upstream = join(place.path, 'upstream/x.git');
    mkdirSync(upstream, { recursive: true });
    const git = (...args: readonly string[]) => {
      const { status, stderr } = spawnSync('git', ['-C', upstream, ...args], { env: gitEnv, encoding: 'utf8' });
      if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
    };
    const gitEnv = {
      ...env(),
      GOPROXY: 'direct',
      GOVCS: '*:git',
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_COUNT: '3',
      // Over file://, since git fetches a plain path completely, without a shallow.lock.
      GIT_CONFIG_KEY_0: `url.file://${place.path}/upstream/.insteadOf`,
      GIT_CONFIG_VALUE_0: 'https://git.example.com/',
      GIT_CONFIG_KEY_1: 'user.email',
      GIT_CONFIG_VALUE_1: 'me@example.com',
      GIT_CONFIG_KEY_2: 'user.name',
      GIT_CONFIG_VALUE_2: 'me',
    };
    const download = (version: string, cache: string) =>
      spawnSync(go ?? 'go', ['mod', 'download', `git.example.com/x.git@${version}`], {
        cwd: place.path,
        env: { ...gitEnv, GOMODCACHE: cache },
        encoding: 'utf8',
      });
    git('init', '-q');
    await place.write('upstream/x.git/go.mod', 'module git.example.com/x.git\n');
    for (const version of ['v1.0.0', 'v1.1.0']) {
      await place.write('upstream/x.git/x.go', `package x // ${version}\n`);
      git('add', '.');
      git('commit', '-qm', version);
      git('tag', version);
      if (version === 'v1.0.0') expect(download(version, modcache())).toMatchObject({ status: 0 });
    }
    const vcs = join(modcache(), 'cache/vcs');
    const [repository = ''] = readdirSync(vcs).filter((name) => /^[0-9a-f]{64}$/.test(name));
    const lock = join(vcs, repository, 'shallow.lock');
    writeFileSync(lock, '');
    const spoiled = join(place.path, 'spoiled');
    cpSync(modcache(), spoiled, { recursive: true });
    const failed = download('v1.1.0', spoiled);
    expect([failed.status, failed.stderr]).toEqual([1, expect.stringContaining('shallow.lock')]);

    expect(await clean()).toMatchObject({
      code: 0,
      stdout: expect.stringContaining(`${lock}: the lock file of a killed git`),
    });
    expect(existsSync(`${join(vcs, repository)}.lock`)).toBe(true);
    expect(download('v1.1.0', modcache())).toMatchObject({ status: 0 });
  },
);

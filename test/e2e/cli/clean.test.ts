/** `unlatch clean` as users run it, on caches that real go commands fill and read, and during which some are killed. */

import { execFile, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type CleanReport, type CleanRequest, cleanCaches } from '../../../src/clean/clean.ts';
import { findGoOnPath } from '../../../src/go/go-on-path.ts';
import { hostPlatform } from '../../../src/go/platform.ts';
import { writeProxy } from '../../integration/write-proxy.ts';
import type { Ended } from './a-cli.ts';
import { cliForAll, placeForEach } from './cli-of-file.ts';

/** UNLATCH_ROUNDS=100 and UNLATCH_KILLS=200 run all of it. */
const rounds = Number(process.env['UNLATCH_ROUNDS'] ?? 5);
const kills = Number(process.env['UNLATCH_KILLS'] ?? 10);

const go = (await findGoOnPath(process.env, hostPlatform()))?.path;
const noGo = go === undefined && process.env['CI'] !== 'true';
const noStrace = noGo || (spawnSync('strace', ['-V']).error !== undefined && process.env['CI'] !== 'true');

const modules = ['a', 'b', 'c', 'd'];
const cli = cliForAll();
const place = placeForEach(cli);
let proxyFolder: string;
let proxy: string;
beforeAll(() => {
  proxyFolder = mkdtempSync(join(tmpdir(), 'proxy-'));
  proxy = writeProxy(
    proxyFolder,
    modules.map((name) => ({
      path: `example.com/${name}`,
      version: 'v1.0.0',
      files: [
        { name: 'go.mod', data: `module example.com/${name}\n` },
        ...Array.from({ length: 20 }, (_, file) => ({
          name: `f${file}.go`,
          data: `package ${name}\n\nconst F${file} = ${file}\n`,
        })),
        { name: 'lock', data: 'a file of its own\n' },
        // Makes a download last.
        { name: 'data', data: 'x'.repeat(8 << 20) },
      ],
    })),
  );
});
afterAll(() => rmSync(proxyFolder, { recursive: true }));

let modcache: string;
beforeEach(async () => {
  modcache = join(place.path, 'mod');
  await place.write('build/README', 'This directory holds cached build artifacts from the Go build system.\n');
  await place.write(
    'work/go.mod',
    `module example.com/m\n\ngo 1.16\n\nrequire (\n${modules.map((name) => `\texample.com/${name} v1.0.0`).join('\n')}\n)\n`,
  );
  await place.write(
    'work/m.go',
    `package m\n\nimport (\n${modules.map((name) => `\t_ "example.com/${name}"`).join('\n')}\n)\n`,
  );
});

const env = () => ({
  PATH: process.env['PATH'],
  HOME: place.path,
  TMPDIR: place.tmp,
  GOENV: 'off',
  GOFLAGS: '-modcacherw -mod=mod',
  GOTOOLCHAIN: 'local',
  GOPROXY: proxy,
  GONOSUMDB: '*',
  GOSUMDB: 'off',
  GOPATH: join(place.path, 'gopath'),
  GOMODCACHE: modcache,
  GOCACHE: join(place.path, 'build'),
  GOTELEMETRY: 'off',
});

function runGo(...args: readonly string[]): Promise<{ readonly code: number; readonly said: string }> {
  return new Promise((resolve) => {
    execFile(go ?? 'go', [...args], { cwd: join(place.path, 'work'), env: env() }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : 1, said: stdout + stderr });
    });
  });
}

const clean = (...args: readonly string[]): Promise<Ended> => place.run(['clean', ...args], { env: env() });
const request = (): CleanRequest => ({
  gocache: env().GOCACHE,
  gomodcache: modcache,
  temporary: [],
  goplsCache: null,
  home: null,
  dryRun: false,
  waitMs: 0,
  end: [],
  env: env(),
});
const versions = (name: string) => join(modcache, 'cache/download/example.com', name, '@v');

function litter(): readonly string[] {
  const paths = modules.flatMap((name) => [
    join(versions(name), 'v1.0.0.zip123.tmp'),
    join(versions(name), 'v1.0.0.zip.tmp456'),
    join(versions(name), 'v0.9.0.partial'),
  ]);
  for (const path of paths) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, '');
  }
  return paths;
}

async function expectWhole(): Promise<void> {
  expect(await runGo('mod', 'download')).toEqual({ code: 0, said: '' });
  expect(await runGo('mod', 'verify')).toEqual({ code: 0, said: 'all modules verified\n' });
  for (const name of modules) expect(existsSync(join(modcache, `example.com/${name}@v1.0.0/lock`))).toBe(true);
}

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

test.skipIf(noGo)(
  `8 go mod download and 4 cleans at once, ${rounds} rounds: each download ends well and nothing is lost`,
  async () => {
    for (let round = 0; round < rounds; round++) {
      rmSync(modcache, { recursive: true, force: true });
      litter();
      let downloading = true;
      const downloads = Promise.all(Array.from({ length: 8 }, () => runGo('mod', 'download'))).finally(() => {
        downloading = false;
      });
      const cleans = Promise.all(Array.from({ length: 4 }, () => clean('--wait', '60')));
      // A process takes longer to start than a download takes, so two more cleaners run in a loop.
      const rings = Promise.all(
        [0, 1].map(async () => {
          // A clean that finds nothing lets nothing else of this process run.
          for (; downloading; await turn()) await cleanCaches({ ...request(), waitMs: 0 });
        }),
      );
      expect(await downloads).toEqual(Array.from({ length: 8 }, () => ({ code: 0, said: '' })));
      for (const { code, stderr } of await cleans) expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      await rings;
      await expectWhole();
    }
  },
  60_000 + rounds * 30_000,
);

test.skipIf(noGo)('the marker of a half-extracted module stays, and go completes the module', async () => {
  await expectWhole();
  const tree = join(modcache, 'example.com/a@v1.0.0');
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
    rmSync(join(modcache, 'example.com/b@v1.0.0'), { recursive: true });
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
      if (version === 'v1.0.0') expect(download(version, modcache)).toMatchObject({ status: 0 });
    }
    const vcs = join(modcache, 'cache/vcs');
    const [repository = ''] = readdirSync(vcs).filter((name) => /^[0-9a-f]{64}$/.test(name));
    const lock = join(vcs, repository, 'shallow.lock');
    writeFileSync(lock, '');
    const spoiled = join(place.path, 'spoiled');
    cpSync(modcache, spoiled, { recursive: true });
    const failed = download('v1.1.0', spoiled);
    expect([failed.status, failed.stderr]).toEqual([1, expect.stringContaining('shallow.lock')]);

    expect(await clean()).toMatchObject({
      code: 0,
      stdout: expect.stringContaining(`${lock}: the lock file of a killed git`),
    });
    expect(existsSync(`${join(vcs, repository)}.lock`)).toBe(true);
    expect(download('v1.1.0', modcache)).toMatchObject({ status: 0 });
  },
);

test.skipIf(noStrace)(
  `killed at each of ${kills} system calls, it leaves the cache whole and no lock behind`,
  async () => {
    await expectWhole();
    const lock = join(versions('a'), 'v1.0.0.lock');
    const { ino } = statSync(lock);
    litter();
    const log = join(place.path, 'calls');
    const strace = (...options: readonly string[]) => ['strace', '-f', '-qq', '-o', log, ...options];
    const named = ['clean', '--gocache', env().GOCACHE, '--gomodcache', modcache];
    expect(await place.run(named, { env: env(), wrap: strace() })).toMatchObject({ code: 0 });
    const calls = callsOf(readFileSync(log, 'utf8'), modcache);
    let struck = 0;
    for (let kill = 0; kill < kills; kill++) {
      litter();
      // Spread over the whole run; the position depends only on the number.
      const call = calls[Math.floor(((kill * 0.618_033_988_75) % 1) * calls.length)];
      if (call === undefined) throw new Error('no calls');
      const fault = ['-e', `inject=${call.name}:signal=KILL:when=${call.nth}`];
      const { by } = await place.run(named, { env: env(), wrap: strace(...fault) });
      if (by === 'SIGKILL') struck += 1;
      expect(statSync(lock).ino).toBe(ino);
      await expectWhole();
      for (const name of modules)
        expect(spawnSync('flock', ['-n', join(versions(name), 'v1.0.0.lock'), 'true']).status).toBe(0);
    }
    // Threads share the work differently each time, so a few calls may be too rare.
    expect(struck).toBeGreaterThan(kills / 2);
    expect(await clean()).toMatchObject({ code: 0 });
    await expectWhole();
  },
  60_000 + kills * 20_000,
);

/** Every call from the first one that names the cache, with its number among the calls of that name in its thread. */
function callsOf(log: string, cache: string): readonly { readonly name: string; readonly nth: number }[] {
  const seen = new Map<string, number>();
  let begun = false;
  const calls: { name: string; nth: number }[] = [];
  for (const line of log.split('\n')) {
    const [, thread, name] = /^(\d+) +(\w+)\(/.exec(line) ?? [];
    if (thread === undefined || name === undefined || name === 'execve' || name.startsWith('exit')) continue;
    const nth = (seen.get(`${thread} ${name}`) ?? 0) + 1;
    seen.set(`${thread} ${name}`, nth);
    // The command line names the cache too, but that is in execve.
    begun ||= line.includes(cache);
    if (begun) calls.push({ name, nth });
  }
  return calls;
}

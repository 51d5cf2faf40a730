/** The single executable, in a folder of its own, without a node on PATH. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { packageRoot } from '../../src/package-root.ts';
import { buildSea } from '../../tools/sea.ts';
import { aPlace, aScenario, busy, onHost, type Place } from '../e2e/cli/a-cli.ts';
import { aRealGo } from '../integration/lab/a-real-go.ts';
import { missingHost } from '../lab/a-run.ts';

const missing =
  process.platform !== 'linux' ? 'Linux' : spawnSync('strip', ['--version']).status === 0 ? null : 'strip';

describe.skipIf(missing !== null)(`the single executable (needs: ${missing ?? 'nothing more'})`, () => {
  let folder: string;
  let program: string;
  let place: Place;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sea-test-'));
    program = join(folder, 'unlatch');
    await buildSea(program);
    place = await aPlace('no script');
  });
  afterAll(async () => {
    await place[Symbol.asyncDispose]();
    await rm(folder, { recursive: true });
  });

  /** In place of the node that the place would start. */
  const unlatch = (...args: readonly string[]) =>
    place.run(args, { wrap: ['sh', '-c', 'program=$1; shift 3; exec "$program" "$@"', '-', program] });

  test('is smaller than 120 MB', async () => {
    expect((await stat(program)).size).toBeLessThan(120_000_000);
  });

  test('says its version, and lists what it knows', async () => {
    expect(await unlatch('version')).toMatchObject({ code: 0, stdout: `${packageJson.version}\n`, stderr: '' });
    expect(await unlatch('list')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('modcache-rename'),
      stderr: '',
    });
  });

  test('its doctor looks at this machine, and unpacks nothing', async () => {
    const { code, stdout, stderr } = await unlatch('doctor', '--json');
    // 1: something on this machine waits.
    expect({ stderr, fine: code === 0 || code === 1 }).toEqual({ stderr: '', fine: true });
    expect(JSON.parse(stdout)).toHaveProperty('findings');
    expect(await readdir(place.store)).not.toContain('self');
  });

  test('judges a stored run', async () => {
    await cp(join(packageRoot(), 'test/histories/vcs-stamping.jsonl'), join(place.path, 'stored.jsonl'));
    expect(await unlatch('check', 'stored.jsonl')).toMatchObject({ code: 0, stderr: '' });
  });

  test('keeps the caches of a job in a folder', async () => {
    await place.write('job/go.mod', 'module example.com/m\n\ngo 1.21\n');
    await place.write('job/m.go', 'package m\n');
    const { goroot } = (await aRealGo()).go;
    const env = { PATH: `${goroot}/bin:/usr/bin:/bin`, GOENV: 'off', GOTOOLCHAIN: 'local' };
    const job = (...args: readonly string[]) =>
      place.run(args, {
        env,
        wrap: ['sh', '-c', 'cd job; program=$1; shift 3; exec "$program" "$@"', '-', program],
      });
    const named = [
      '--store',
      join(place.path, 'caches'),
      ...'--job test --branch main --default-branch main'.split(' '),
    ];
    expect(await job('cache', 'restore', ...named)).toMatchObject({ code: 0, stdout: expect.stringContaining('miss') });
    execFileSync(join(goroot, 'bin/go'), ['build', './...'], {
      cwd: join(place.path, 'job'),
      env: { ...env, HOME: place.path },
    });
    expect(await job('cache', 'save', ...named)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('build: saved'),
    });
    expect(await job('cache', 'restore', ...named)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('build: exact'),
    });
  });

  test('runs a program of a sandbox as node does', async () => {
    await mkdir(join(place.path, 'trial'));
    const script = await place.write('trial/it.cjs', 'console.log(process.argv.slice(2).join(" "), __filename)');
    expect(await unlatch(script, 'a', '--help')).toMatchObject({ code: 0, stdout: `a --help ${script}\n` });
  });

  test.skipIf(missingHost !== null)(
    `carries out a scenario on this host (needs: ${missingHost ?? 'nothing more'})`,
    async () => {
      await place.write('mine.ts', aScenario(busy));
      const { code, stdout } = await unlatch(...onHost('mine.ts'));
      expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining('mine') });
      expect(await readdir(join(place.store, 'self'))).toHaveLength(1);
    },
  );
});

/** The steps of release.yml that need no GitHub, as they are written there. */
import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import packageJson from '../../package.json' with { type: 'json' };
import { packageRoot } from '../../src/package-root.ts';
import { makeRelease } from '../../tools/release.ts';

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
}
const file = join(packageRoot(), '.github/workflows/release.yml');
const { jobs } = parse(await readFile(file, 'utf8')) as {
  readonly jobs: Readonly<Record<'files' | 'publish', { readonly if?: string; readonly steps: readonly Step[] }>>;
};
const stepOf = (name: string) => [...jobs.files.steps, ...jobs.publish.steps].find((step) => step.name === name)?.run;

const missing =
  process.platform !== 'linux' ? 'Linux' : spawnSync('strip', ['--version']).status === 0 ? null : 'strip';

describe.skipIf(missing !== null)(`the files of a release (needs: ${missing ?? 'nothing more'})`, () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'release-test-'));
    await makeRelease(join(folder, 'release'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  /** With an empty HOME, and nothing from a registry. */
  const run = (line: string, env: Readonly<Record<string, string>> = {}) =>
    spawnSync('bash', ['-e', '-c', line], {
      cwd: join(folder, 'release'),
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], HOME: folder, npm_config_offline: 'true', ...env },
    });

  test('are a package, an executable, what both are made of, and the checksums', async () => {
    expect((await readdir(join(folder, 'release'))).sort()).toEqual([
      'SHA256SUMS',
      `unlatch-${packageJson.version}.tgz`,
      `unlatch-${process.platform}-${process.arch}`,
      'unlatch.cdx.json',
    ]);
    const { components } = JSON.parse(await readFile(join(folder, 'release/unlatch.cdx.json'), 'utf8'));
    const names = components.map(({ name }: { readonly name: string }) => name);
    for (const bundled of ['commander', 'dockerode', 'sucrase', 'node']) expect(names).toContain(bundled);
  });

  test('do what the workflow asks of them, and one that was changed does not', async () => {
    const step = stepOf('What was made works') ?? 'false';
    const { status, stdout } = run(step);
    expect({ status, versions: stdout.split(`\n${packageJson.version}\n`).length }).toEqual({ status: 0, versions: 2 });
    expect(stdout.trimEnd().split('\n').slice(-2)).toEqual([packageJson.version, packageJson.version]);
    await writeFile(join(folder, 'release/unlatch.cdx.json'), '{}');
    expect(run(step).status).not.toBe(0);
  });
});

test('a tag that is not the version is refused', () => {
  const step = stepOf('The tag is the version of package.json') ?? 'true';
  const status = (tag: string) =>
    spawnSync('bash', ['-e', '-c', step], { cwd: packageRoot(), env: { ...process.env, GITHUB_REF_NAME: tag } }).status;
  expect(status(`v${packageJson.version}`)).toBe(0);
  expect(status('v99.0.0')).toBe(1);
});

test('only a tag publishes, and every action is named by its commit', () => {
  expect(jobs.publish.if).toBe("github.event_name == 'push'");
  const used = [...jobs.files.steps, ...jobs.publish.steps].flatMap(({ uses }) => uses ?? []);
  expect(used.length).toBeGreaterThan(5);
  for (const action of used) expect(action).toMatch(/@[0-9a-f]{40}$/);
});

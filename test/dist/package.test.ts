/** Installs npm's package as a user does: into an empty folder, with an empty HOME, without a network. Runs it with each node of this machine. */
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { packageRoot } from '../../src/package-root.ts';
import { aPlace, aScenario, busy, onHost, type Place } from '../e2e/cli/a-cli.ts';
import { missingHost } from '../lab/a-run.ts';
import { nodeOfTheMachine } from './node-of-the-machine.ts';

const run = promisify(execFile);
const root = packageRoot();

let folder: string;
let tarball: string;
/** "dist/cli.cjs" of each file in it. */
let packed: readonly string[];

/** Runs npm without other packages and without a cache. */
async function npm(...args: readonly string[]): Promise<{ readonly stdout: string; readonly stderr: string }> {
  const env = { PATH: process.env['PATH'], HOME: join(folder, 'home'), npm_config_offline: 'true' };
  return await run('npm', args, { cwd: join(folder, 'project'), env });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'package-test-'));
  for (const name of ['home', 'project', 'global']) await mkdir(join(folder, name));
  const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', folder], { cwd: root });
  const [{ filename, files }] = JSON.parse(stdout.slice(stdout.indexOf('['))) as [
    { readonly filename: string; readonly files: readonly { readonly path: string }[] },
  ];
  tarball = join(folder, filename);
  packed = files.map(({ path }) => path);
  await npm('install', '--no-save', tarball);
  await npm('install', '--global', '--prefix', join(folder, 'global'), tarball);
});
afterAll(() => rm(folder, { recursive: true }));

test('the package is small, and brings nothing along', async () => {
  expect((await stat(tarball)).size).toBeLessThan(4_000_000);
  expect(await readdir(join(folder, 'project/node_modules'))).toEqual(['.bin', '.package-lock.json', 'unlatch']);
  const installed: Record<string, unknown> = JSON.parse(
    await readFile(join(folder, 'project/node_modules/unlatch/package.json'), 'utf8'),
  );
  for (const name of ['dependencies', 'optionalDependencies', 'peerDependencies', 'bundleDependencies'])
    expect(installed).not.toHaveProperty(name);
  const atInstall = ['preinstall', 'install', 'postinstall', 'prepare'];
  expect(Object.keys(packageJson.scripts).filter((name) => atInstall.includes(name))).toEqual([]);
});

test('every bundle that a packed one loads is packed too, and none that only the action loads', async () => {
  const bundles = packed.filter((path) => /^dist\/.*\.cjs$/.test(path));
  const loaded = new Set(['dist/cli.cjs', 'dist/doctor.cjs', 'dist/editor.cjs', 'dist/proxy.cjs']);
  for (const path of loaded) {
    const text = await readFile(join(root, path), 'utf8');
    for (const [, name] of text.matchAll(/["`]\.\/([a-z0-9-]+\.cjs)["`]/g)) loaded.add(`dist/${name}`);
  }
  expect([...loaded].sort()).toEqual([...bundles].sort());
});

test('publint has nothing to say', async () => {
  const { messages, pkg } = await publint({ pkgDir: root, pack: 'npm', strict: true });
  expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([]);
});

test('npx runs the tarball itself', async () => {
  expect(await npm('exec', '--yes', '--package', tarball, '--', 'unlatch', 'version')).toMatchObject({
    stdout: `${packageJson.version}\n`,
  });
});

test('one that is installed for all is a command of its own', async () => {
  const { stdout } = await run(join(folder, 'global/bin/unlatch'), ['version'], {
    env: { PATH: `${dirname(process.execPath)}:/usr/bin:/bin` },
  });
  expect(stdout).toBe(`${packageJson.version}\n`);
});

const nodes = [
  { name: 'the node of node_modules', node: process.execPath },
  { name: 'the node of this machine', node: nodeOfTheMachine() },
];

describe.each(nodes)('installed, on $name', ({ node }) => {
  let place: Place;
  beforeAll(async () => {
    place = await aPlace(join(folder, 'project/node_modules/.bin/unlatch'));
  });
  afterAll(() => place[Symbol.asyncDispose]());

  /** Runs a command with that node, which it also uses for its child processes. */
  const unlatch = (...args: readonly string[]) => {
    // The place names the node that runs this test; the one in `wrap` takes its turn.
    const wrap = ['sh', '-c', 'node=$1; shift 2; exec "$node" "$@"', '-', node ?? ''];
    return place.run(args, { wrap });
  };

  test.skipIf(node === null)('list says what it knows (needs: a node on PATH)', async () => {
    const { code, stdout, stderr } = await unlatch('list');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^ {2}modcache-rename {2,}\S/m);
  });

  test.skipIf(node === null)('doctor looks at this machine (needs: a node on PATH)', async () => {
    const { code, stdout, stderr } = await unlatch('doctor', '--json');
    // 1: something on this machine waits.
    expect({ stderr, fine: code === 0 || code === 1 }).toEqual({ stderr: '', fine: true });
    expect(JSON.parse(stdout)).toHaveProperty('findings');
  });

  test.skipIf(node === null)('check judges a stored run (needs: a node on PATH)', async () => {
    await cp(join(root, 'test/histories/vcs-stamping.jsonl'), join(place.path, 'stored.jsonl'));
    expect(await unlatch('check', 'stored.jsonl')).toMatchObject({ code: 0, stderr: '' });
  });

  const missing = node === null ? 'a node on PATH' : missingHost;
  test.skipIf(missing !== null)(
    `run carries out a scenario on this host (needs: ${missing ?? 'nothing more'})`,
    async () => {
      await place.write('mine.ts', aScenario(busy));
      const { code, stdout } = await unlatch(...onHost('mine.ts'));
      expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining('mine') });
    },
  );
});

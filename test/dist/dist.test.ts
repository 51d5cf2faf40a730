/**
 * Runs dist/ as users do: with each node of this machine, without node_modules and without a Go.
 */
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { nodeOfTheMachine } from './node-of-the-machine.ts';

const run = promisify(execFile);
const root = resolve(import.meta.dirname, '../..');

const nodes = [
  { name: 'the node of node_modules', path: process.execPath },
  { name: 'the node of this machine', path: nodeOfTheMachine() },
];

describe.each(nodes)('dist/cli.cjs on $name', ({ path: node }) => {
  let folder: string;
  let cli: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dist-test-'));
    for (const name of ['dist', 'docker', 'sandbox', 'package.json']) {
      await cp(join(root, name), join(folder, name), { recursive: true });
    }
    cli = join(folder, 'dist/cli.cjs');
    await mkdir(join(folder, 'bin'));
    if (node !== null) await symlink(node, join(folder, 'bin/node'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function unlatch(...args: readonly string[]): Promise<{ code: number; stdout: string; stderr: string }> {
    // Only node is on PATH, and the home is empty.
    const env = { PATH: join(folder, 'bin'), HOME: folder };
    try {
      return {
        code: 0,
        ...(await run(join(folder, 'bin/node'), [cli, ...args], { env, cwd: folder, maxBuffer: 64 << 20 })),
      };
    } catch (error) {
      return error as { code: number; stdout: string; stderr: string };
    }
  }

  test.skipIf(node === null)('says its version (needs: a node on PATH)', async () => {
    expect(await unlatch('--version')).toEqual({ code: 0, stdout: `${packageJson.version}\n`, stderr: '' });
  });

  test.skipIf(node === null)('lists the scenarios in plain words', async () => {
    const { code, stdout } = await unlatch('list');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^ {2}modcache-rename {2,}\S/m);
  });

  test.skipIf(node === null)('starts with one small bundle, and without what node is slow to load', async () => {
    const probe = join(folder, 'probe.cjs');
    await writeFile(
      probe,
      `process.on('exit', () => {
  const files = Object.keys(require.cache).filter((path) => path !== __filename).map((path) => require('node:path').basename(path));
  const slow = ['child_process', 'crypto', 'http', 'tls', 'zlib'].filter((name) => process.moduleLoadList.includes('NativeModule ' + name));
  process.stderr.write(JSON.stringify({ files, slow }));
});`,
    );
    for (const args of [['list'], ['list', 'gopls-*'], ['doctor', '--help'], ['version']]) {
      const argv = ['--require', probe, cli, ...args];
      const { stderr } = await run(join(folder, 'bin/node'), argv, { env: {}, cwd: folder });
      expect({ args, ...JSON.parse(stderr) }).toEqual({ args, files: ['cli.cjs', 'errors.cjs'], slow: [] });
    }
  });

  test.skipIf(node === null)('lists the scenarios as one JSON document', async () => {
    const { stdout } = await unlatch('list', '--json');
    const document = JSON.parse(stdout);
    expect(document).toMatchObject({ schema: 1 });
    expect(document.scenarios).toContainEqual(
      expect.objectContaining({ id: 'modcache-rename', claim: expect.any(String), cells: expect.any(Array) }),
    );
  });

  test.skipIf(node === null)("lists the cells for a workflow's matrix", async () => {
    const { include } = JSON.parse((await unlatch('list', '--matrix')).stdout);
    expect(include.length).toBeGreaterThan(0);
    for (const cell of include) expect(Object.keys(cell)).toEqual(['scenario', 'go', 'gopls']);
  });

  test.skipIf(node === null)('loads every package that has a bundle of its own', async () => {
    const bundles = (await readdir(join(root, 'dist'))).filter((name) =>
      Object.hasOwn(packageJson.devDependencies, name.replace(/\.cjs$/, '')),
    );
    expect(bundles).toContain('dockerode.cjs');
    const script = `for (const name of ${JSON.stringify(bundles)}) require(${JSON.stringify(join(folder, 'dist/'))} + name);`;
    expect(await run(join(folder, 'bin/node'), ['-e', script], { env: {} })).toEqual({ stdout: '', stderr: '' });
  });

  test.skipIf(node === null)('reads a stored trace, and loads the bundle that makes OpenMetrics of it', async () => {
    await writeFile(join(folder, 'strace'), '7 1795405155.000000 flock(3</w/l>, LOCK_EX) = 0 <0.000022>\n');
    const { code, stderr } = await unlatch('trace', '--from', 'strace', '--openmetrics', 'metrics');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(await readFile(join(folder, 'metrics'), 'utf8')).toContain('unlatch_lock_acquisitions{lock_file="/w/l"} 1');
  });

  test.skipIf(node === null)(
    'asks a bucket of S3, by a bundle that is loaded then alone, and knows its errors',
    async () => {
      const { code, stderr } = await unlatch('cache', 'show', '--store', 's3://bucket?endpoint=http://127.0.0.1:1');
      expect([code, stderr]).toEqual([3, expect.stringMatching(/unlatch: s3:\/\/bucket\/: cannot list: /)]);
    },
  );

  test.skipIf(node === null)('judges stored histories without a Go', async () => {
    const { code, stdout, stderr } = await unlatch('check', '--json', '-', join(root, 'test/histories'));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const { cells } = JSON.parse(stdout);
    expect(cells.length).toBeGreaterThan(0);
    expect(cells.filter(({ asExpected }: { asExpected: boolean }) => !asExpected)).toEqual([]);
  });

  test.skipIf(node === null)("judges by a scenario file of the user's own", async () => {
    const own = join(folder, 'modcache-rename.ts');
    await cp(join(root, 'scenarios/modcache/modcache-rename.ts'), own);
    await writeFile(own, (await readFile(own, 'utf8')).replaceAll(/'\.\.\/src\/lab\/[^']+'/g, "'unlatch'"));
    const { code, stderr } = await unlatch('check', own, join(root, 'test/histories/modcache-rename.jsonl'));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });
});

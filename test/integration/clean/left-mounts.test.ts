/** Mounts of real jobs: one whose runner is gone, and one whose runner lives. */
import { type ChildProcess, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { layersFolder } from '../../../src/cache/layer/layer-state.ts';
import { parseMounts } from '../../../src/cache/layer/mount/mount-table.ts';
import type { CleanReport } from '../../../src/clean/clean.ts';
import { packageRoot } from '../../../src/package-root.ts';
import { type AMountedModule, aMountedModule } from '../cache/layer/a-mounted-module.ts';
import type { Half } from '../cache/layer/half-run.ts';
import { mountToolsHere } from '../doctor/a-mounted-cache.ts';
import { aShell, said } from '../doctor/a-shell.ts';

const tools = await mountToolsHere();
const missing = 'why' in tools ? tools.why : process.geteuid?.() === 0 ? null : 'a namespace wants root';

let module: AMountedModule;
/** As the action names it, below RUNNER_TEMP. */
let layers: string;
/** Keeps a mount namespace: an `unlatch clean` of another test, which looks at the whole machine, must not find these mounts. */
let keeper: ChildProcess & AsyncDisposable;
beforeEach(async () => {
  if (missing !== null) return;
  module = await aMountedModule();
  layers = layersFolder(join(module.folder, 'unlatch'));
  await module.job(async () => {
    await module.go('build ./...');
  });
  await module.freshHome();
  keeper = aShell('exec unshare -m --propagation private sh -c "echo kept; sleep 600; true"', { cwd: '/' });
  expect(await said(keeper)).toBe('kept');
});
afterEach(async () => {
  if (missing !== null) return;
  await keeper[Symbol.asyncDispose]();
  await module[Symbol.asyncDispose]();
});

const inside = () => ['nsenter', '-t', `${keeper.pid}`, '-m'];

/** Their mount points, the last made first. */
const mounted = () =>
  parseMounts(readFileSync(`/proc/${keeper.pid}/mountinfo`, 'utf8'))
    .filter(({ mountPoint, upperFolder }) => [mountPoint, upperFolder].some((path) => path?.startsWith(`${layers}/`)))
    .map(({ mountPoint }) => mountPoint)
    .reverse();

/** A runner that has restored the caches, and then waits for the next step. */
async function aRunner() {
  const { store: _, ...request } = { ...module.request, stagingFolder: join(module.folder, 'unlatch') };
  const half: Half = { request, storeFolder: module.storeFolder, restored: null };
  const input = join(module.folder, 'half.json');
  writeFileSync(input, JSON.stringify(half));
  const step = join(import.meta.dirname, '../cache/layer/half-run.ts');
  const line = `${process.execPath} ${step} restore < ${input} > /dev/null; echo restored; sleep 300; true`;
  const runner = aShell(`exec ${inside().join(' ')} sh -c '${line}'`, { cwd: '/' });
  expect(await said(runner)).toBe('restored');
  expect(mounted()).toHaveLength(4);
  return runner;
}

function clean(...options: readonly string[]) {
  const caches = ['--gocache', join(module.folder, 'none'), '--gomodcache', join(module.folder, 'none')];
  const line = [...inside(), process.execPath, join(packageRoot(), 'src/cli.ts'), 'clean', ...caches, ...options];
  const [command = '', ...args] = line;
  const env = { ...process.env, TMPDIR: module.workspace, XDG_RUNTIME_DIR: '' };
  const { status, stdout } = spawnSync(command, args, { encoding: 'utf8', env });
  return { status, stdout };
}

const reported = (...options: readonly string[]) =>
  (JSON.parse(clean('--json', ...options).stdout) as CleanReport).mounts;

describe.skipIf(missing !== null)(`mounts of a job (needs: ${missing ?? 'nothing more'})`, () => {
  test('stay while its runner lives; when that is gone, a dry run lists them and a clean clears them', async () => {
    {
      await using _runner = await aRunner();
      expect(reported()).toEqual([]);
      expect(mounted()).toHaveLength(4);
    }
    expect(reported('--dry-run')).toMatchObject([{ folder: layers, outcome: 'planned', mountPoints: mounted() }]);
    expect(clean('--dry-run').status).toBe(1);
    expect(mounted()).toHaveLength(4);
    const { status, stdout } = clean();
    expect([status, stdout]).toEqual([0, expect.stringContaining(`${layers}: `)]);
    expect([mounted(), existsSync(layers)]).toEqual([[], false]);
    expect(reported()).toEqual([]);
  });

  test('stay while somebody works in one, and the report names the process', async () => {
    {
      await using _runner = await aRunner();
    }
    {
      const line = `cd ${module.gomodcache}; echo works; sleep 300; true`;
      await using worker = aShell(`exec ${inside().join(' ')} sh -c '${line}'`, { cwd: '/' });
      await said(worker);
      expect(reported()).toMatchObject([{ outcome: 'busy', why: expect.stringContaining(`pid ${worker.pid}`) }]);
      expect(mounted()).toHaveLength(4);
    }
    expect(reported()).toMatchObject([{ outcome: 'removed' }]);
  });

  test('without a note of its runner stay', async () => {
    {
      await using _runner = await aRunner();
    }
    writeFileSync(join(layers, 'owner'), '');
    expect(reported()).toEqual([]);
    expect(mounted()).toHaveLength(4);
  });
});

/** The cleaner and the locks of the module cache: held ones, odd ones, and a machine that cannot take any. */

import { existsSync, linkSync, mkdirSync, readdirSync, renameSync, statSync, symlinkSync } from 'node:fs';
import { expect, test } from 'vitest';
import { listProcesses } from '../../../src/process/proc/process-table.ts';
import { aPathWithout } from '../../e2e/cli/a-cli.ts';
import { smallCaches, versions } from './small-caches.ts';

const { at, put, clean, running, holder } = smallCaches();

test('lock files stay, with their inodes', async () => {
  const lock = at(versions, 'v1.0.0.lock');
  const { ino } = statSync(lock);
  put(`${versions}/v1.0.0.partial`);
  put(`${versions}/v1.0.0.zip`, '');
  expect((await clean()).left).toBe(0);
  expect(statSync(lock).ino).toBe(ino);
  expect(readdirSync(at(versions))).toEqual(['v1.0.0.lock']);
});

test('a lock that is held is not touched, nor what it guards; its holder is named', async () => {
  const path = put(`${versions}/v1.0.0.zip123.tmp`);
  const other = put(`${versions}/v2.0.0.zip123.tmp`);
  await holder(at(versions, 'v1.0.0.lock'));
  for (const dryRun of [true, false]) {
    const report = await clean({ dryRun });
    const item = report.items.find((one) => one.path === path);
    expect(item?.outcome).toBe('busy');
    expect(item?.why).toMatch(/^held by pid \d+ \(.*\), \d+ s old/);
    expect(item?.holders.map(({ command }) => command)).toContain('sh -c echo; read _');
    expect(report.left).toBe(dryRun ? 2 : 1);
  }
  expect(existsSync(path)).toBe(true);
  expect(existsSync(other)).toBe(false);
});

test('a lock that its locker left to a child is held, though /proc/locks hides it', async () => {
  const path = put(`${versions}/v1.0.0.zip123.tmp`);
  await running('sh', '-c', 'exec 9>"$1"; flock 9; echo; read _', 'sh', at(versions, 'v1.0.0.lock'));
  const { items } = await clean();
  expect(items[0]).toMatchObject({ path, outcome: 'busy' });
  expect(items[0]?.holders).toHaveLength(1);
});

test('it waits for a lock as long as it may', async () => {
  const path = put(`${versions}/v1.0.0.zip123.tmp`);
  const child = await holder(at(versions, 'v1.0.0.lock'));
  expect((await clean({ waitMs: 50 })).items[0]?.outcome).toBe('busy');
  const waiting = clean({ waitMs: 60_000 });
  child.stdin?.write('\n');
  expect((await waiting).items[0]).toMatchObject({ path, outcome: 'removed' });
});

test.each([
  ['perl', ['flock']],
  ['python3', ['flock', 'perl']],
] as const)('where flock(1) is missing, %s takes the locks, and sees which are held', async (helper, missing) => {
  const path = put(`${versions}/v1.0.0.zip123.tmp`);
  const other = put(`${versions}/v2.0.0.zip123.tmp`);
  const child = await holder(at(versions, 'v1.0.0.lock'));
  const env = { PATH: await aPathWithout(at('bin'), ...missing) };
  const report = await clean({ env });
  expect(report.helper).toBe(helper);
  expect(existsSync(other)).toBe(false);
  expect(report.items.find((item) => item.path === path)?.outcome).toBe('busy');
  expect((await clean({ env, waitMs: 50 })).items[0]?.outcome).toBe('busy');
  const waiting = clean({ env, waitMs: 60_000 });
  child.stdin?.write('\n');
  expect((await waiting).items[0]?.outcome).toBe('removed');
});

test('where nothing can take a lock, nothing that one guards is removed', async () => {
  const path = put(`${versions}/v1.0.0.zip123.tmp`);
  const free = put(`${versions}/v1.0.0.mod123.tmp`);
  const report = await clean({ env: { PATH: at('nowhere') } });
  expect(report.items.find((item) => item.path === path)).toMatchObject({
    outcome: 'failed',
    why: expect.stringMatching(/install flock/),
  });
  expect(report.left).toBe(1);
  expect([existsSync(path), existsSync(free)]).toEqual([true, false]);
});

test('seven times seven versions and more are cleaned, each under its lock', async () => {
  for (let minor = 0; minor < 50; minor++) put(`${versions}/v1.${minor}.0.zip1.tmp`);
  const report = await clean();
  expect(report).toMatchObject({ left: 0, removedBytes: 50 });
  // It creates missing lock files, as go does.
  expect(readdirSync(at(versions)).filter((name) => !name.endsWith('.lock'))).toEqual([]);
});

test('a lock file that is a symlink, a FIFO or a folder is not opened, and what it guards stays', async () => {
  const elsewhere = put('elsewhere');
  symlinkSync(elsewhere, at(versions, 'v2.0.0.lock'));
  mkdirSync(at(versions, 'v3.0.0.lock'));
  const paths = ['v2.0.0', 'v3.0.0'].map((version) => put(`${versions}/${version}.zip1.tmp`));
  const report = await clean();
  expect(report.items.map(({ outcome }) => outcome)).toEqual(['failed', 'failed']);
  expect(paths.map(existsSync)).toEqual([true, true]);
});

test('a folder that becomes a symlink while the cleaner waits for a lock leads it nowhere', async () => {
  const name = 'v1.0.0.zip1.tmp';
  put(`${versions}/${name}`);
  const child = await holder(at(versions, 'v1.0.0.lock'));
  const waiting = clean({ waitMs: 60_000 });
  const waits = () => listProcesses().some(({ parent, command }) => parent === process.pid && command === 'flock -x 3');
  for (const deadlineMs = performance.now() + 30_000; !waits(); ) {
    if (performance.now() > deadlineMs) throw new Error('the cleaner does not wait');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  // The link's target has hard links to the same files: only the path distinguishes them.
  mkdirSync(at('outside'));
  for (const file of ['v1.0.0.lock', name]) linkSync(at(versions, file), at('outside', file));
  renameSync(at(versions), at(`${versions}-away`));
  symlinkSync(at('outside'), at(versions));
  child.stdin?.write('\n');
  const report = await waiting;
  expect(report.items[0]).toMatchObject({ outcome: 'changed', why: expect.stringMatching(/was replaced/) });
  expect(readdirSync(at('outside')).sort()).toEqual(['v1.0.0.lock', name]);
});

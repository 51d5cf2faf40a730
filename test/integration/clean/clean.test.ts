/**
 * What the cleaner removes of small separate caches, and what stays; test/e2e/cli/clean/clean.test.ts uses real go and git,
 * hostile.test.ts everything at once.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, linkSync, readdirSync, symlinkSync, utimesSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { smallCaches, versions } from './small-caches.ts';

const isRoot = process.geteuid?.() === 0;

const { at, put, clean, running } = smallCaches();

test('a dry run shows what a clean removes, and changes nothing', async () => {
  const path = put(`${versions}/v1.0.0.zip123.tmp`, 'four');
  const before = readdirSync(at(versions));
  const plan = await clean({ dryRun: true });
  expect(plan.items).toEqual([expect.objectContaining({ path, kind: 'zip-temp', bytes: 4, outcome: 'planned' })]);
  expect(plan).toMatchObject({ left: 1, leftBytes: 4, removedBytes: 0 });
  expect(readdirSync(at(versions))).toEqual(before);
  const report = await clean();
  expect(report).toMatchObject({ left: 0, removedBytes: 4, helper: 'flock' });
  expect(report.items.map((item) => item.path)).toEqual(plan.items.map((item) => item.path));
  expect(existsSync(path)).toBe(false);
});

test('the mark of a half extracted module stays; the one of a module that is not there goes', async () => {
  const half = put(`${versions}/v1.0.0.partial`);
  const none = put(`${versions}/v2.0.0.partial`);
  put('mod/example.com/a@v1.0.0/a.go');
  const report = await clean();
  expect([existsSync(half), existsSync(none)]).toEqual([true, false]);
  expect(report.kept).toEqual([expect.objectContaining({ path: half, why: expect.stringMatching(/half extracted/) })]);
  expect(report.left).toBe(0);
});

test('extracted modules are not looked at, whatever their files are called', async () => {
  for (const name of ['lock', 'v1.0.0.zip1.tmp', 'v1.0.0.partial', '@v/v1.0.0.zip1.tmp'])
    put(`mod/example.com/a@v1.0.0/${name}`);
  chmodSync(at('mod/example.com'), 0);
  try {
    expect((await clean()).unread).toEqual([]);
  } finally {
    chmodSync(at('mod/example.com'), 0o755);
  }
  expect(readdirSync(at('mod/example.com/a@v1.0.0'))).toEqual(['@v', 'lock', 'v1.0.0.partial', 'v1.0.0.zip1.tmp']);
});

test('a temporary file that a process has open stays, however old it is', async () => {
  const path = put(`${versions}/v1.0.0.mod123.tmp`);
  const child = await running('sh', '-c', 'exec 9<"$1"; echo; read _', 'sh', path);
  expect((await clean()).kept).toEqual([
    expect.objectContaining({ path, why: expect.stringContaining(`open in pid ${child.pid}`) }),
  ]);
  expect(existsSync(path)).toBe(true);
});

test("git's lock file goes when no process is at the repository", async () => {
  const repository = `mod/cache/vcs/${'0a'.repeat(32)}`;
  const path = put(`${repository}/shallow.lock`);
  put(`${repository}/shallow`);
  const child = await running('sh', '-c', 'cd "$1"; echo; read _', 'sh', at(repository));
  const { items } = await clean();
  expect(items[0]).toMatchObject({ path, outcome: 'busy' });
  expect(items[0]?.holders.map(({ pid }) => pid)).toContain(child.pid);
  child.stdin?.write('\n');
  await once(child, 'close');
  expect((await clean()).items[0]).toMatchObject({ path, outcome: 'removed' });
  expect(readdirSync(at(repository))).toEqual(['shallow']);
});

test('the socket of a daemon that is gone goes; one on which somebody listens stays', async () => {
  const live = at('tmp/gopls-111111-daemon.me');
  const dead = at('tmp/gopls-222222-daemon.me');
  const [liveServer, deadServer] = [createServer(), createServer()];
  try {
    await Promise.all([once(liveServer.listen(live), 'listening'), once(deadServer.listen(dead), 'listening')]);
    // A closing server removes its socket; a second name remains, like the first after a kill.
    linkSync(dead, `${dead}2`);
    deadServer.close();
    await once(deadServer, 'close');
    const report = await clean();
    expect(report.items).toEqual([expect.objectContaining({ path: `${dead}2`, outcome: 'removed' })]);
    expect(report.kept.map(({ path }) => path)).toEqual([live]);
    expect(existsSync(live)).toBe(true);
  } finally {
    liveServer.close();
  }
});

test('a PID file goes when no process has that id; of a living one, or without an id, it stays', async () => {
  const child = spawn('true');
  await once(child, 'close');
  const dead = put('tmp/gopls.pid', `${child.pid}\n`);
  const live = put('tmp/gopls-a.pid', `${process.pid}\n`);
  const none = put('tmp/gopls-b.pid', 'soon');
  put('tmp/other.pid', `${child.pid}\n`);
  await clean();
  expect([dead, live, none].map(existsSync)).toEqual([false, true, true]);
  expect(existsSync(at('tmp/other.pid'))).toBe(true);
});

test('a work folder goes with all that is in it, and none of what its links lead to', async () => {
  const outside = put('outside/file');
  put('tmp/go-build123/b001/main');
  symlinkSync(dirname(outside), at('tmp/go-build123/link'));
  linkSync(outside, at('tmp/go-build123/hard'));
  utimesSync(at('tmp/go-build123'), 1_600_000_000, 1_600_000_000);
  const report = await clean();
  expect(report.items).toEqual([expect.objectContaining({ kind: 'work-folder', outcome: 'removed', bytes: 2 })]);
  expect(readdirSync(at('tmp'))).toEqual([]);
  expect(existsSync(outside)).toBe(true);
});

test('a work folder in which a process works, or that one names, stays', async () => {
  put('tmp/go-build123/b001/main');
  const folder = at('tmp/go-build123');
  utimesSync(folder, 1_600_000_000, 1_600_000_000);
  await running('sh', '-c', 'cd "$1/b001"; echo; read _', 'sh', folder);
  expect((await clean()).kept).toEqual([expect.objectContaining({ path: folder })]);
  expect(existsSync(folder)).toBe(true);
});

test('what cannot be removed is left and said', async (context) => {
  if (isRoot)
    return context.skip(
      'root may remove everything: test/integration/clean/hostile/hostile.test.ts does this as another user',
    );
  put(`${versions}/v1.0.0.zip1.tmp`);
  chmodSync(at(versions), 0o555);
  const report = await clean();
  chmodSync(at(versions), 0o755);
  expect(report.items[0]).toMatchObject({ outcome: 'failed', why: expect.stringMatching(/not permitted/) });
});

test('an entry that somebody else owns stays', async (context) => {
  if (!isRoot) return context.skip('only root gives files away');
  const path = put(`${versions}/v1.0.0.zip1.tmp`);
  chownSync(path, 1000, 1000);
  expect((await clean()).kept).toEqual([expect.objectContaining({ path, why: 'belongs to user 1000' })]);
});

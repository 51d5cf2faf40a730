/** The cleaner on small separate caches; test/e2e/cli/clean.test.ts uses real go and git, hostile.test.ts everything at once. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type CleanRequest, cleanCaches } from '../../../src/clean/clean.ts';
import { UserError } from '../../../src/errors.ts';
import { listProcesses } from '../../../src/process/proc/process-table.ts';
import { aPathWithout } from '../../e2e/cli/a-cli.ts';

const isRoot = process.geteuid?.() === 0;

let place: string;
let started: ChildProcess[];
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'clean-'));
  started = [];
  put('build/README', 'This directory holds cached build artifacts from the Go build system.\n');
  put('mod/cache/download/example.com/a/@v/v1.0.0.lock', '');
  mkdirSync(join(place, 'tmp'));
});
afterEach(async () => {
  for (const child of started) {
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'close');
  }
  rmSync(place, { recursive: true });
});

const versions = 'mod/cache/download/example.com/a/@v';

function put(name: string, content = 'x', old = true): string {
  const path = join(place, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  if (old) utimesSync(path, 1_600_000_000, 1_600_000_000);
  return path;
}

async function clean(change: Partial<CleanRequest> = {}) {
  return await cleanCaches({
    gocache: join(place, 'build'),
    gomodcache: join(place, 'mod'),
    temporary: [join(place, 'tmp')],
    goplsCache: null,
    home: '/nonexistent',
    dryRun: false,
    waitMs: 0,
    end: [],
    env: { PATH: process.env['PATH'] },
    ...change,
  });
}

/** Starts a command and waits for the line that it prints. */
async function running(command: string, ...args: readonly string[]): Promise<ChildProcess> {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  started.push(child);
  if (child.stdout !== null) await once(child.stdout, 'data');
  return child;
}

const holder = (lock: string) => running('flock', '-x', lock, 'sh', '-c', 'echo; read _');

test('a dry run shows what a clean removes, and changes nothing', async () => {
  const path = put(`${versions}/v1.0.0.zip123.tmp`, 'four');
  const before = readdirSync(join(place, versions));
  const plan = await clean({ dryRun: true });
  expect(plan.items).toEqual([expect.objectContaining({ path, kind: 'zip-temp', bytes: 4, outcome: 'planned' })]);
  expect(plan).toMatchObject({ left: 1, leftBytes: 4, removedBytes: 0 });
  expect(readdirSync(join(place, versions))).toEqual(before);
  const report = await clean();
  expect(report).toMatchObject({ left: 0, removedBytes: 4, helper: 'flock' });
  expect(report.items.map((item) => item.path)).toEqual(plan.items.map((item) => item.path));
  expect(existsSync(path)).toBe(false);
});

test('lock files stay, with their inodes', async () => {
  const lock = join(place, versions, 'v1.0.0.lock');
  const { ino } = statSync(lock);
  put(`${versions}/v1.0.0.partial`);
  put(`${versions}/v1.0.0.zip`, '');
  expect((await clean()).left).toBe(0);
  expect(statSync(lock).ino).toBe(ino);
  expect(readdirSync(join(place, versions))).toEqual(['v1.0.0.lock']);
});

test('a lock that is held is not touched, nor what it guards; its holder is named', async () => {
  const path = put(`${versions}/v1.0.0.zip123.tmp`);
  const other = put(`${versions}/v2.0.0.zip123.tmp`);
  await holder(join(place, versions, 'v1.0.0.lock'));
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
  await running('sh', '-c', 'exec 9>"$1"; flock 9; echo; read _', 'sh', join(place, versions, 'v1.0.0.lock'));
  const { items } = await clean();
  expect(items[0]).toMatchObject({ path, outcome: 'busy' });
  expect(items[0]?.holders).toHaveLength(1);
});

test('it waits for a lock as long as it may', async () => {
  const path = put(`${versions}/v1.0.0.zip123.tmp`);
  const child = await holder(join(place, versions, 'v1.0.0.lock'));
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
  const child = await holder(join(place, versions, 'v1.0.0.lock'));
  const env = { PATH: await aPathWithout(join(place, 'bin'), ...missing) };
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
  const report = await clean({ env: { PATH: join(place, 'nowhere') } });
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
  expect(readdirSync(join(place, versions)).filter((name) => !name.endsWith('.lock'))).toEqual([]);
});

test('a lock file that is a symlink, a FIFO or a folder is not opened, and what it guards stays', async () => {
  const elsewhere = put('elsewhere');
  symlinkSync(elsewhere, join(place, versions, 'v2.0.0.lock'));
  mkdirSync(join(place, versions, 'v3.0.0.lock'));
  const paths = ['v2.0.0', 'v3.0.0'].map((version) => put(`${versions}/${version}.zip1.tmp`));
  const report = await clean();
  expect(report.items.map(({ outcome }) => outcome)).toEqual(['failed', 'failed']);
  expect(paths.map(existsSync)).toEqual([true, true]);
});

test('a folder that becomes a symlink while the cleaner waits for a lock leads it nowhere', async () => {
  const name = 'v1.0.0.zip1.tmp';
  put(`${versions}/${name}`);
  const child = await holder(join(place, versions, 'v1.0.0.lock'));
  const waiting = clean({ waitMs: 60_000 });
  const waits = () => listProcesses().some(({ parent, command }) => parent === process.pid && command === 'flock -x 3');
  for (const deadlineMs = performance.now() + 30_000; !waits(); ) {
    if (performance.now() > deadlineMs) throw new Error('the cleaner does not wait');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  // The link's target has hard links to the same files: only the path distinguishes them.
  mkdirSync(join(place, 'outside'));
  for (const file of ['v1.0.0.lock', name]) linkSync(join(place, versions, file), join(place, 'outside', file));
  renameSync(join(place, versions), join(place, `${versions}-away`));
  symlinkSync(join(place, 'outside'), join(place, versions));
  child.stdin?.write('\n');
  const report = await waiting;
  expect(report.items[0]).toMatchObject({ outcome: 'changed', why: expect.stringMatching(/was replaced/) });
  expect(readdirSync(join(place, 'outside')).sort()).toEqual(['v1.0.0.lock', name]);
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
  chmodSync(join(place, 'mod/example.com'), 0);
  try {
    expect((await clean()).unread).toEqual([]);
  } finally {
    chmodSync(join(place, 'mod/example.com'), 0o755);
  }
  expect(readdirSync(join(place, 'mod/example.com/a@v1.0.0'))).toEqual([
    '@v',
    'lock',
    'v1.0.0.partial',
    'v1.0.0.zip1.tmp',
  ]);
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
  const child = await running('sh', '-c', 'cd "$1"; echo; read _', 'sh', join(place, repository));
  const { items } = await clean();
  expect(items[0]).toMatchObject({ path, outcome: 'busy' });
  expect(items[0]?.holders.map(({ pid }) => pid)).toContain(child.pid);
  child.stdin?.write('\n');
  await once(child, 'close');
  expect((await clean()).items[0]).toMatchObject({ path, outcome: 'removed' });
  expect(readdirSync(join(place, repository))).toEqual(['shallow']);
});

test('the socket of a daemon that is gone goes; one on which somebody listens stays', async () => {
  const live = join(place, 'tmp/gopls-111111-daemon.me');
  const dead = join(place, 'tmp/gopls-222222-daemon.me');
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
  expect(existsSync(join(place, 'tmp/other.pid'))).toBe(true);
});

test('a work folder goes with all that is in it, and none of what its links lead to', async () => {
  const outside = put('outside/file');
  put('tmp/go-build123/b001/main');
  symlinkSync(dirname(outside), join(place, 'tmp/go-build123/link'));
  linkSync(outside, join(place, 'tmp/go-build123/hard'));
  utimesSync(join(place, 'tmp/go-build123'), 1_600_000_000, 1_600_000_000);
  const report = await clean();
  expect(report.items).toEqual([expect.objectContaining({ kind: 'work-folder', outcome: 'removed', bytes: 2 })]);
  expect(readdirSync(join(place, 'tmp'))).toEqual([]);
  expect(existsSync(outside)).toBe(true);
});

test('a work folder in which a process works, or that one names, stays', async () => {
  put('tmp/go-build123/b001/main');
  const folder = join(place, 'tmp/go-build123');
  utimesSync(folder, 1_600_000_000, 1_600_000_000);
  await running('sh', '-c', 'cd "$1/b001"; echo; read _', 'sh', folder);
  expect((await clean()).kept).toEqual([expect.objectContaining({ path: folder })]);
  expect(existsSync(folder)).toBe(true);
});

test('what cannot be removed is left and said', async (context) => {
  if (isRoot)
    return context.skip('root may remove everything: test/integration/clean/hostile.test.ts does this as another user');
  put(`${versions}/v1.0.0.zip1.tmp`);
  chmodSync(join(place, versions), 0o555);
  const report = await clean();
  chmodSync(join(place, versions), 0o755);
  expect(report.items[0]).toMatchObject({ outcome: 'failed', why: expect.stringMatching(/not permitted/) });
});

test('an entry that somebody else owns stays', async (context) => {
  if (!isRoot) return context.skip('only root gives files away');
  const path = put(`${versions}/v1.0.0.zip1.tmp`);
  chownSync(path, 1000, 1000);
  expect((await clean()).kept).toEqual([expect.objectContaining({ path, why: 'belongs to user 1000' })]);
});

test.each([
  ['the root folder', () => ({ gocache: '/' }), /root folder/],
  ['the home folder', () => ({ home: join(place, 'mod') }), /home folder/],
  ['a folder above the home folder', () => ({ home: join(place, 'mod/cache') }), /home folder/],
  [
    'a folder that is no module cache',
    () => ({ gomodcache: join(place, 'build') }),
    /does not look like a module cache/,
  ],
  ['a folder that is no build cache', () => ({ gocache: join(place, 'mod') }), /does not look like a build cache/],
  ['a file', () => ({ gocache: join(place, 'build/README') }), /not a folder/],
  ['a relative path', () => ({ gocache: 'build' }), /absolute/],
  ['the home folder by a symlink', () => ({ gocache: link('to-home', place), home: place }), /home folder/],
] as const)('%s is refused as a cache', async (_, change, message) => {
  const path = put(`${versions}/v1.0.0.zip1.tmp`);
  const failure = await clean(change()).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(UserError);
  expect((failure as UserError).message).toMatch(message);
  expect(existsSync(path)).toBe(true);
});

function link(name: string, to: string): string {
  symlinkSync(to, join(place, name));
  return join(place, name);
}

test('a cache that belongs to somebody else is refused', async (context) => {
  if (!isRoot) return context.skip('only root gives folders away');
  chownSync(join(place, 'mod'), 1000, 1000);
  await expect(clean()).rejects.toThrow(/belongs to user 1000/);
});

test('a cache that is reached by a symlink is cleaned where it is; one that is missing is said to be', async () => {
  const path = put(`${versions}/v1.0.0.zip1.tmp`);
  const report = await clean({ gomodcache: link('to-mod', join(place, 'mod')), gocache: join(place, 'none') });
  expect(report.items[0]).toMatchObject({ path, outcome: 'removed' });
  expect(report.roots.map(({ found }) => found)).toEqual([true, false, true]);
});

test('--end ends a go and what it started, and nothing else', async () => {
  // Its name makes it a go; it is really bash.
  const fake = put('bin/go', '');
  copyFileSync('/bin/bash', fake);
  chmodSync(fake, 0o755);
  const child = await running(fake, '-c', 'sh -c "trap \'\' TERM; echo; exec sleep 1000" & wait');
  const bystander = await holder(put('a-lock'));
  const report = await clean({ end: [child.pid ?? 0] });
  expect(report.ended.map(({ pid }) => pid)).toContain(child.pid);
  expect(report.ended).toHaveLength(2);
  expect(bystander.exitCode).toBeNull();
}, 30_000);

test('--end refuses what is no go, gopls or git, and whatever started unlatch', async () => {
  const child = await holder(put('a-lock'));
  await expect(clean({ end: [child.pid ?? 0] })).rejects.toThrow(/is not a go, gopls or git/);
  await expect(clean({ end: [process.pid] })).rejects.toThrow(UserError);
  expect(child.exitCode).toBeNull();
});

test('--end of a process that has gone is no mistake', async () => {
  const child = spawn('true');
  await once(child, 'close');
  expect((await clean({ end: [child.pid ?? 0] })).ended).toEqual([]);
});

test('a dry run ends nothing', async () => {
  const child = await holder(put('a-lock'));
  await clean({ dryRun: true, end: [child.pid ?? 0] });
  expect(child.exitCode).toBeNull();
});

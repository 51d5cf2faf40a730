/**
 * Full disks, hanging engines, readers that exit, missing tools: one clear message, the right status, no leftovers.
 *
 * Not tested: an engine whose own disk is full, and a disk that fails to read.
 */

import { spawnSync } from 'node:child_process';
import { mkdir, open, readdir, rm, statfs, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { missingHost } from '../../lab/a-run.ts';
import { aPathWithout, aScenario, busy, onHost, type Place, tinyGo } from './a-cli.ts';
import { cliForAll, placeForEach } from './cli-of-file.ts';

const cli = cliForAll();
const place = placeForEach(cli);
beforeEach(async () => {
  await place.write('mine.ts', aScenario(busy));
});

const lastLine = (text: string) => text.trimEnd().split('\n').at(-1);

describe.skipIf(missingHost !== null)(`on this host (needs: ${missingHost ?? 'nothing more'})`, () => {
  describe('a disk that is full', () => {
    test('before the trial makes it inconclusive, and the message says which disk', async ({ skip }) => {
      await using disk = await aSmallDisk(place, skip);
      await disk.fill();
      const { code, stdout, stderr } = await place.run(onHost('mine.ts'), { env: { TMPDIR: disk.path } });
      expect(stdout).toMatch(/the lab failed: the disk of \S+\/small is full; free some space, or set TMPDIR/);
      expect(stderr).not.toMatch(/^ {4}at /m);
      expect(code).toBe(3);
      expect(await readdir(disk.path)).toEqual(['filler']);
    });

    test('in the middle of the trial makes it inconclusive, whatever the checker would say', async ({ skip }) => {
      await using disk = await aSmallDisk(place, skip);
      await place.write('fills.ts', aScenario(`cat /dev/zero >$LAB/tmp/filler; ${busy}`));
      const { code, stdout } = await place.run(onHost('fills.ts', '--timeout', '1'), { env: { TMPDIR: disk.path } });
      expect(stdout).toMatch(/the lab failed: /);
      expect(code).toBe(3);
      expect(await readdir(disk.path)).toEqual([]);
    });

    test('below the histories costs no verdict: it is told, and fails the run at its end', async ({ skip }) => {
      await using disk = await aSmallDisk(place, skip);
      await disk.fill();
      const { code, stdout, stderr } = await place.run(onHost('mine.ts', '--trials', '3', '--out', 'small/histories'));
      expect(stdout).toMatch(/✓ mine +reproduced \(3 of 3 trials\)/);
      expect(stderr.match(/^no more histories are stored: ENOSPC/gm)).toHaveLength(1);
      expect(lastLine(stderr)).toMatch(/^unlatch: --out small\/histories: not all histories could be stored: ENOSPC/);
      expect(code).toBe(2);
    });

    test('below the output is reported on stderr', async ({ skip }) => {
      skip(process.platform !== 'linux', 'needs /dev/full');
      const full = await open('/dev/full', 'w');
      await full.close();
      const ended = await place.run(onHost('mine.ts'), { wrap: ['sh', '-c', 'exec "$@" >/dev/full', '-'] });
      expect(lastLine(ended.stderr)).toMatch(/^unlatch: the output cannot be written; check where it goes: ENOSPC/);
      expect(ended.code).toBe(2);
    });
  });

  describe('a reader that leaves', () => {
    test.each(['stdout', 'stderr'] as const)('%s does not end the run, nor change its status', async (name) => {
      const running = place.start(onHost('mine.ts', '--verbose', '--json', 'report.json'));
      running.child[name]?.destroy();
      const { code, stdout, stderr } = await running.ended;
      expect(name === 'stdout' ? stderr : stdout).toMatch(/reproduced/);
      expect(stderr).not.toMatch(/EPIPE|^ {4}at /m);
      expect(code).toBe(0);
      expect(await readdir(place.path)).toContain('report.json');
    });

    test.each([
      ['list', ['list']],
      ['list --json', ['list', '--json']],
      ['run', onHost('mine.ts')],
    ])('after the first line of `%s` hears no complaint', async (_, args) => {
      const pipe = ['bash', '-c', '"$@" | head -1; exit "${PIPESTATUS[0]}"', '-'];
      const { code, stdout, stderr } = await place.run(args, { wrap: pipe });
      expect(stdout.match(/\n/g)).toHaveLength(1);
      expect(stderr).not.toMatch(/EPIPE|^ {4}at /m);
      expect(code).toBe(0);
    });
  });

  describe('a capability that is missing', () => {
    const faulty = "fault: callFails({ call: 'rename' }, 'EBUSY'),";

    test('skips the cell and is named; when that was all, the run says so and ends with 3', async () => {
      await place.write('traced.ts', aScenario(busy, faulty));
      const PATH = await aPathWithout(join(place.path, 'bin'), 'strace');
      const { code, stdout, stderr } = await place.run(onHost('traced.ts'), { env: { PATH } });
      expect(stdout).toMatch(/ptrace: strace is not installed/);
      expect(stdout).toMatch(/0 cells as expected, 0 differ, 0 inconclusive, 1 skipped/);
      expect(lastLine(stderr)).toMatch(/^unlatch: every cell was skipped, so nothing was judged/);
      expect(code).toBe(3);
    });

    test('is no failure beside a cell that was judged, but for --strict', async () => {
      await place.write('traced.ts', aScenario(busy, faulty));
      const PATH = await aPathWithout(join(place.path, 'bin'), 'strace');
      expect(await place.run(onHost('traced.ts', 'mine.ts'), { env: { PATH } })).toMatchObject({ code: 0 });
      expect(await place.run(onHost('--strict', 'traced.ts', 'mine.ts'), { env: { PATH } })).toMatchObject({ code: 1 });
    });

    test('of the whole host is named with the way out', async () => {
      const PATH = await aPathWithout(join(place.path, 'bin'), 'flock');
      const { code, stdout, stderr } = await place.run(onHost('mine.ts'), { env: { PATH } });
      expect(stderr).toMatch(
        /^unlatch: trials on the host need bash 5 and flock .*; install them or use --runtime docker\n$/,
      );
      expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    });
  });

  test('an engine that accepts a request and never answers is given up, and auto runs on the host', async () => {
    await using engine = await aMuteEngine(join(place.path, 'mute.sock'));
    const env = { DOCKER_HOST: `unix://${engine.path}` };
    const { code, stdout, stderr } = await place.run(['run', '--go', tinyGo, 'mine.ts'], { env });
    expect(stderr).toMatch(/^no Docker engine answers, so .*mute\.sock: no answer within 10 s/);
    expect(stdout).toMatch(/✓ mine +reproduced/);
    expect(code).toBe(0);
  });

  test.each<[what: string, text: string, code: number]>([
    ['as expected is 0', aScenario(busy), 0],
    ['that differs is 1', aScenario('true'), 1],
    ['that is inconclusive is 3', aScenario(busy, "setup: ['false'],"), 3],
  ])('a verdict %s', async (_, text, code) => {
    await place.write('mine.ts', text);
    expect(await place.run(onHost('mine.ts'))).toMatchObject({ code });
  });

  test('what --keep leaves is named, is whole, and outlives the next run', async () => {
    const { code, stderr } = await place.run(onHost('mine.ts', '--keep'));
    const kept = /^kept: (.*)$/m.exec(stderr)?.[1] ?? '';
    await place.run(onHost('mine.ts'));
    expect(await readdir(join(kept, 'out/worker/w.0'))).toContain('stderr');
    expect(code).toBe(0);
    await rm(kept, { recursive: true });
  });

  test('two runs at once reach the same verdicts', async () => {
    const both = await Promise.all([1, 2].map(() => place.run(onHost('mine.ts', '--trials', '5', '--json', '-'))));
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    for (const { stdout } of both) {
      expect(JSON.parse(stdout).cells).toMatchObject([{ verdict: 'reproduced', baseline: { present: 5 } }]);
    }
  });
});

describe('without a network', () => {
  test('a Go that is not in the store is inconclusive, and the message says who did not answer', async () => {
    // A port that was free a moment ago.
    const port = await aFreePort();
    const { code, stdout, stderr } = await place.run(['run', '--runtime', 'host', '--go', '1.26.1', 'mine.ts'], {
      env: { GOPROXY: `http://127.0.0.1:${port}`, HTTPS_PROXY: `http://127.0.0.1:${port}` },
    });
    expect(stderr).toMatch(
      /^unlatch: cannot download go 1\.26\.1: no source has it(?:\n.*)*\n {2}module proxy .*127\.0\.0\.1:\d+.*refused/m,
    );
    expect(stderr).not.toMatch(/^ {4}at /m);
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(await readdir(join(place.store, 'tmp'))).toEqual([]);
  });

  test('a Go for `provision` that nobody has is inconclusive, and a table shows what each source said', async () => {
    const port = await aFreePort();
    const env = { GOPROXY: 'off', HTTPS_PROXY: `http://127.0.0.1:${port}`, PATH: '/usr/bin:/bin' };
    const { code, stderr } = await place.run(['provision', '--go', '1.26.1'], { env });
    expect(stderr).toMatch(/^unlatch: cannot download go 1\.26\.1: no source has it\n/);
    expect(stderr).toMatch(/^ {2}module proxy {2}GOPROXY=off names no proxy\n {2}go\.dev .*refused .*\n$/m);
    expect(code).toBe(3);
  });
});

interface SmallDisk extends AsyncDisposable {
  readonly path: string;
  readonly fill: () => Promise<void>;
}

/** A file system of a few hundred kilobytes, mounted at `small` in the place. */
async function aSmallDisk(inside: Place, skip: (condition: boolean, note: string) => void): Promise<SmallDisk> {
  const path = join(inside.path, 'small');
  await mkdir(path);
  const options = ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', path];
  const mounted = spawnSync('mount', options, { encoding: 'utf8' });
  skip(mounted.status !== 0, `needs to mount a file system: ${mounted.stderr?.trim() ?? mounted.error?.message}`);
  return {
    path,
    fill: async () => {
      const { bavail, bsize } = await statfs(path);
      await writeFile(join(path, 'filler'), Buffer.alloc(bavail * bsize));
    },
    [Symbol.asyncDispose]: async () => {
      expect(spawnSync('umount', [path]).status).toBe(0);
    },
  };
}

async function aMuteEngine(path: string): Promise<{ readonly path: string } & AsyncDisposable> {
  const server = createServer(() => undefined);
  await new Promise<void>((done) => server.listen(path, done));
  return { path, [Symbol.asyncDispose]: async () => void server.close() };
}

async function aFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

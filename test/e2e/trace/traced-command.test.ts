/** A command under `unlatch trace` runs as it would alone, is held to limits, or is refused. */

import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isAlive } from '../../../src/process/is-alive.ts';
import type { LockTrace } from '../../../src/trace/lock-trace.ts';
import { aPathWithout, theLine } from '../cli/a-cli.ts';
import { cliForAll, placeForEach } from '../cli/cli-of-file.ts';
import { lacking, traced } from './traced.ts';

const cli = cliForAll();
const place = placeForEach(cli);

describe.skipIf(lacking.length > 0)(`a traced command (needs: ${lacking.join(', ') || 'nothing more'})`, () => {
  test.each([
    ['its own exit status', ['sh', '-c', 'exit 7'], 7],
    ['0, when it ends well', ['true'], 0],
    ['128 and the signal that ended it, as a shell does', ['sh', '-c', 'kill -TERM $$'], 143],
    ['the same for SIGKILL', ['sh', '-c', 'kill -KILL $$'], 137],
  ])('answers %s', async (_, command, status) => {
    const { ended, trace } = await traced(place, '--', ...command);
    expect(ended.code).toBe(status);
    expect(trace.gaps).toEqual([]);
  });

  test('has stdin and stdout to itself: the drawing goes to stderr', async () => {
    const running = place.start(['trace', '--', 'cat']);
    running.child.stdin?.end('one\ntwo\n');
    const ended = await running.ended;
    expect(ended.stdout).toBe('one\ntwo\n');
    expect(ended.stderr).toBe('no lock was requested\n');
  });

  test('receives the signals that unlatch gets, and its report is still printed', async () => {
    const lock = join(place.path, 'lock');
    const script = `exec 9>${lock}; flock 9; trap 'exit 5' TERM; echo up; while :; do read -t 1 -r _ <> <(:); done`;
    const running = place.start(['trace', '--', 'bash', '-c', script], { ownGroup: true });
    await new Promise((resolve) => running.child.stdout?.once('data', resolve));
    running.child.kill('SIGTERM');
    const ended = await running.ended;
    expect(ended.code).toBe(5);
    expect(ended.stderr).toContain('1 lock taken on 1 file');
  });

  test('may leave a process running: it continues, and unlatch does not wait for it', async () => {
    const said = join(place.path, 'stderr');
    const file = join(place.path, 'trace.json');
    // strace keeps its stderr open until it ends, so stderr must not be a pipe.
    const wrap = ['sh', '-c', `exec "$@" 2>${said}`, '-'];
    const script = 'sleep 600 >/dev/null 2>&1 & echo $!';
    const ended = await place.run(['trace', '--json', file, '--', 'sh', '-c', script], { wrap });
    const pid = Number(ended.stdout);
    const alive = isAlive(pid);
    process.kill(pid, 'SIGKILL');
    expect(alive).toBe(true);
    expect(ended.code).toBe(0);
    expect(await readFile(said, 'utf8')).toContain(`pid ${pid} (sleep 600) is still running under its strace`);
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ gaps: [], left: [{ pid, command: 'sleep 600' }] });
  });

  test('takes a shared lock beside another, and waits for nobody', async () => {
    const lock = join(place.path, 'lock');
    const { trace } = await traced(
      place,
      '--',
      'sh',
      '-c',
      `for i in 1 2 3; do flock -s ${lock} sleep 0.2 & done; wait`,
    );
    expect(trace.total).toMatchObject({ acquisitions: 3, waited: 0, contention: 0 });
  });

  test('has its refused locks counted, but not as waits', async () => {
    const lock = join(place.path, 'lock');
    const { trace } = await traced(place, '--', 'flock', lock, 'sh', '-c', `flock -n ${lock} true; true`);
    expect(trace.total).toMatchObject({ acquisitions: 1, waited: 0, refused: 1 });
  });

  test('whose descriptor was opened by the shell holds the lock as long as the shell does, or unlocks it', async () => {
    const lock = join(place.path, 'lock');
    const script = `exec 9>${lock}; flock 9; sleep 0.1; flock -u 9; flock 9`;
    const { trace } = await traced(place, '--', 'sh', '-c', script);
    expect(trace.uses.map(({ end, command }) => [end, command])).toEqual([
      ['unlocked', `sh -c ${script}`],
      ['process-ended', `sh -c ${script}`],
    ]);
    expect(new Set(trace.uses.map(({ pid }) => pid)).size).toBe(1);
  });

  test('is found to wait for a process outside the trace', async () => {
    const lock = join(place.path, 'lock');
    const outside = place.start(['trace', '--', 'flock', lock, 'sh', '-c', 'echo held; read line']);
    await new Promise((resolve) => outside.child.stdout?.once('data', resolve));
    const waiting = place.start(['trace', '--json', join(place.path, 't.json'), '--', 'flock', lock, 'true']);
    // It waits in flock(2); only then the other releases the lock.
    const inFlock = () =>
      spawnSync('sh', ['-c', `cat $(pgrep -f 'flock ${lock} true' | sed 's,.*,/proc/&/wchan,')`], { encoding: 'utf8' });
    while (!inFlock().stdout.includes('locks_lock_inode_wait')) await new Promise((resolve) => setImmediate(resolve));
    const long = performance.now();
    while (performance.now() - long < 400) await new Promise((resolve) => setImmediate(resolve));
    outside.child.stdin?.end('\n');
    await Promise.all([outside.ended, waiting.ended]);
    const trace = JSON.parse(await readFile(join(place.path, 't.json'), 'utf8')) as LockTrace;
    expect(trace.uses).toMatchObject([{ waited: true, heldBy: [] }]);
    expect((await waiting.ended).stderr).toContain('a process outside the trace');
  });
});

describe.skipIf(lacking.length > 0)(`a limit (needs: ${lacking.join(', ') || 'nothing more'})`, () => {
  const crowd = (lock: string) => `for i in 1 2 3 4; do flock ${lock} sleep 0.2 & done; wait`;

  test('that is exceeded is named, and the exit status is 1', async () => {
    const lock = join(place.path, 'lock');
    const { ended } = await traced(place, '--max-hold', '50', '--max-contention', '0.3', '--', 'sh', '-c', crowd(lock));
    expect(ended.code).toBe(1);
    expect(ended.stderr).toMatch(/over the limit: lock was held for [\d.]+ ms \(p95; the limit is 50 ms\)/);
    expect(ended.stderr).toContain('over the limit: 3 of 4 acquisitions waited: 0.75 (the limit is 0.3)');
  });

  test('that is kept gives exit status 0, as no limit does', async () => {
    const lock = join(place.path, 'lock');
    const wide = await traced(place, '--max-hold', '600000', '--max-contention', '0.8', '--', 'sh', '-c', crowd(lock));
    expect(wide.ended.code).toBe(0);
    expect((await traced(place, '--', 'sh', '-c', crowd(lock))).ended.code).toBe(0);
  });

  test('does not hide how the command failed', async () => {
    const lock = join(place.path, 'lock');
    const { ended } = await traced(place, '--max-hold', '0', '--', 'flock', lock, 'sh', '-c', 'exit 9');
    expect(ended.code).toBe(9);
    expect(ended.stderr).toContain('over the limit');
  });
});

describe('what cannot be traced is refused with what to do', () => {
  test.each([
    [[], 'unlatch: name the command to run: unlatch trace -- go build ./...'],
    [['--from', 'x', '--', 'true'], 'unlatch: --from reads a file; do not name a command'],
    [['--max-hold', 'long', '--', 'true'], 'unlatch: --max-hold "long": expected a number of milliseconds'],
    [['--max-contention', '30', '--', 'true'], 'unlatch: --max-contention "30": expected a number from 0 to 1'],
    [['--json', '-', '--', 'true'], 'unlatch: --json -: stdout belongs to the command; name a file'],
    [['--otlp', 'localhost', '--', 'true'], 'unlatch: --otlp localhost: expected a URL, such as http://localhost:4318'],
  ])('%j', async (args, line) => {
    const ended = await place.run(['trace', ...args]);
    expect(ended.code).toBe(2);
    expect(theLine(ended)).toBe(line);
  });

  test('no strace', async () => {
    const path = await aPathWithout(join(place.path, 'bin'), 'strace');
    const ended = await place.run(['trace', '--', 'true'], { env: { PATH: path } });
    expect(ended.code).toBe(2);
    expect(theLine(ended)).toMatch(/^unlatch: strace is not installed; `apt-get install strace`/);
  });

  test.skipIf(lacking.length > 0)('ptrace that is forbidden: here by another tracer', async () => {
    const ended = await place.run(['trace', '--', 'true'], {
      wrap: ['strace', '-f', '-o', '/dev/null', '-e', 'trace=none'],
    });
    expect(ended.code).toBe(2);
    expect(theLine(ended)).toMatch(/^unlatch: strace cannot trace here \(.*\); ptrace is forbidden: a container needs/);
  });

  test.skipIf(lacking.length > 0)('a command that is not there', async () => {
    const ended = await place.run(['trace', '--', 'no-such-command']);
    expect(ended.code).toBe(2);
    expect(ended.stderr).toContain('unlatch: no-such-command could not be run: check that it exists and is executable');
  });

  test.skipIf(lacking.length > 0)('a TMPDIR that cannot be written', async () => {
    const ended = await place.run(['trace', '--', 'true'], { env: { TMPDIR: join(place.path, 'nowhere') } });
    expect(ended.code).toBe(2);
    expect(theLine(ended)).toContain('TMPDIR is not usable');
  });
});

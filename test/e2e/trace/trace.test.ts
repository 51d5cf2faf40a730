/** `unlatch trace` as users run it, compared with lock holders that measure themselves. */

import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isAlive } from '../../../src/process/is-alive.ts';
import type { LockTrace, TracedUse } from '../../../src/trace/lock-trace.ts';
import { aPathWithout, type Ended, theLine } from '../cli/a-cli.ts';
import { cliForAll, placeForEach } from '../cli/cli-of-file.ts';

const lacking = ['strace', 'python3', 'flock'].filter((tool) => spawnSync(tool, ['--version']).status !== 0);
if (process.env['CI'] === 'true' && lacking.length > 0) throw new Error(`these tests need ${lacking.join(', ')}`);

interface Holding {
  readonly pid: number;
  readonly file: string;
  readonly how: 'unlock' | 'close' | 'die' | 'leave' | 'left';
  readonly asked: number;
  readonly taken: number;
  readonly lettingGo: number;
  /** null: it died, or left its lock to a child. */
  readonly gone: number | null;
  /** When its parent had reaped it. */
  readonly ended: number;
}

const cli = cliForAll();
const place = placeForEach(cli);

const holders = join(import.meta.dirname, 'known-holders.py');

async function traced(...args: readonly string[]): Promise<{ readonly ended: Ended; readonly trace: LockTrace }> {
  const file = join(place.path, 'trace.json');
  const ended = await place.run(['trace', '--json', file, ...args]);
  return { ended, trace: JSON.parse(await readFile(file, 'utf8')) as LockTrace };
}

async function ofHolders(...groups: readonly string[]) {
  const { ended, trace } = await traced('--', 'python3', holders, place.path, ...groups);
  expect(ended.code).toBe(0);
  const lines = ended.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Partial<Holding> & { readonly pid: number });
  const endings = new Map(lines.filter(({ ended: at }) => at !== undefined).map((line) => [line.pid, line]));
  const holdings = lines
    .filter(({ taken }) => taken !== undefined)
    .map((line) => ({ gone: null, ...endings.get(line.pid), ...line }) as Holding);
  const useOf = ({ pid, file }: Holding): TracedUse => {
    const uses = trace.uses.filter((use) => use.pid === pid && use.file === join(place.path, file));
    if (uses.length !== 1 || uses[0] === undefined) throw new Error(`${uses.length} uses of ${file} by ${pid}`);
    return uses[0];
  };
  /** Microseconds since 1970. */
  const clock = (ms: number | null) => Math.round(trace.beganAt * 1e6 + (ms ?? Number.NaN) * 1000);
  return { trace, ended, holdings, useOf, clock };
}

// Every time of the trace lies between two readings of the holder's own clock, before and after the call: that holds on any machine,
// however busy, and on a quiet one the two are some microseconds apart. bench/trace.ts measures the difference.
describe.skipIf(lacking.length > 0)(`a trace (needs: ${lacking.join(', ') || 'nothing more'})`, () => {
  test('writes a page with each lock that it saw, beside the text', async () => {
    const ended = await place.run(['trace', '--html', 'trace.html', '--', 'python3', holders, place.path, 'a:3:20']);
    expect(ended).toMatchObject({ code: 0, stderr: expect.stringContaining('3 locks taken on 1 file') });
    const page = await readFile(join(place.path, 'trace.html'), 'utf8');
    expect(page).toContain('3 times taken by 3 processes');
    expect(page).toContain(`<p class="soft lines">${place.path}/a</p>`);
    const wrong = await place.run(['trace', '--html', place.path, '--', 'true']);
    expect(wrong).toMatchObject({ code: 2, stderr: expect.stringContaining('--html') });
  });

  test.each([
    ['of 1 ms, 10 ms and 300 ms, one at a time', ['a:1:1', 'b:1:10', 'c:1:300'], 3],
    ['of 2 and of 16 that wait for one another', ['a:2:20', 'b:16:3'], 18],
    ['of 64 that wait for one another', ['a:64:2'], 64],
    ['that close the file without unlocking it', ['a:3:20:close'], 3],
    ['that are killed', ['a:3:20:die'], 3],
  ])('finds every hold and every wait %s', async (_, groups, count) => {
    const { holdings, useOf, clock, trace } = await ofHolders(...groups);
    expect(holdings).toHaveLength(count);
    expect(trace.total.acquisitions).toBe(count);
    expect(trace.gaps).toEqual([]);
    expect(trace.heldTwice).toEqual([]);
    for (const holding of holdings) {
      const use = useOf(holding);
      expect(clock(use.askedMs)).toBeGreaterThanOrEqual(holding.asked);
      expect(clock(use.takenMs)).toBeGreaterThanOrEqual(clock(use.askedMs));
      expect(clock(use.takenMs)).toBeLessThanOrEqual(holding.taken);
      expect(clock(use.releasedMs)).toBeGreaterThanOrEqual(holding.lettingGo);
      // strace reports the end of a process before its parent learns of it, and the end of a closed lock once another process has the lock.
      const latest = holding.how === 'close' ? Number.POSITIVE_INFINITY : (holding.gone ?? holding.ended);
      expect(clock(use.releasedMs)).toBeLessThanOrEqual(latest);
    }
    const inTurn = holdings.filter(({ file }) => file === 'a').sort((a, b) => a.taken - b.taken);
    let bySelf = 0;
    let byTrace = 0;
    for (const [index, holding] of inTurn.slice(1).entries()) {
      const before = inTurn[index];
      if (before === undefined) continue;
      if (holding.asked < before.lettingGo) bySelf += 1;
      // It may have read its clock in time and called too late: only the trace knows when the kernel was asked.
      if (clock(useOf(holding).askedMs) >= before.lettingGo) continue;
      byTrace += 1;
      expect(useOf(holding).waited).toBe(true);
      expect(useOf(holding).heldBy.map(({ pid }) => pid)).toContain(before.pid);
    }
    expect(byTrace).toBeGreaterThanOrEqual(Math.floor(bySelf / 2));
  });

  test('says how each lock ended', async () => {
    const { holdings, useOf } = await ofHolders('unlock:2:20', 'die:2:20:die');
    const ends = holdings.map((holding) => [holding.file, useOf(holding).end]);
    expect(ends.sort()).toEqual([
      ['die', 'process-ended'],
      ['die', 'process-ended'],
      ['unlock', 'unlocked'],
      ['unlock', 'unlocked'],
    ]);
  });

  test('an inherited lock outlives its holder while another process waits for it', async () => {
    const { holdings, useOf, clock, ended } = await ofHolders('a:2:300:leave');
    const [first, second] = holdings.filter(({ how }) => how === 'leave').sort((a, b) => a.taken - b.taken);
    const child = holdings.find(({ how, pid }) => how === 'left' && pid === first?.pid);
    if (first === undefined || second === undefined || child === undefined) throw new Error(ended.stdout);
    expect(useOf(first).end).toBe('kept');
    expect(clock(useOf(first).releasedMs)).toBeGreaterThanOrEqual(child.lettingGo);
    // No process waited for the second, so the fate of its lock is unknown, and the trace says so.
    expect(useOf(second).end).toBe('process-ended');
    expect(useOf(second).perhapsKeptBy).toHaveLength(1);
    expect(ended.stderr).toContain('inherited the lock, it stayed held');
  });
});

describe.skipIf(lacking.length > 0)(`a traced command (needs: ${lacking.join(', ') || 'nothing more'})`, () => {
  test.each([
    ['its own exit status', ['sh', '-c', 'exit 7'], 7],
    ['0, when it ends well', ['true'], 0],
    ['128 and the signal that ended it, as a shell does', ['sh', '-c', 'kill -TERM $$'], 143],
    ['the same for SIGKILL', ['sh', '-c', 'kill -KILL $$'], 137],
  ])('answers %s', async (_, command, status) => {
    const { ended, trace } = await traced('--', ...command);
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
    const { trace } = await traced('--', 'sh', '-c', `for i in 1 2 3; do flock -s ${lock} sleep 0.2 & done; wait`);
    expect(trace.total).toMatchObject({ acquisitions: 3, waited: 0, contention: 0 });
  });

  test('has its refused locks counted, but not as waits', async () => {
    const lock = join(place.path, 'lock');
    const { trace } = await traced('--', 'flock', lock, 'sh', '-c', `flock -n ${lock} true; true`);
    expect(trace.total).toMatchObject({ acquisitions: 1, waited: 0, refused: 1 });
  });

  test('whose descriptor was opened by the shell holds the lock as long as the shell does, or unlocks it', async () => {
    const lock = join(place.path, 'lock');
    const script = `exec 9>${lock}; flock 9; sleep 0.1; flock -u 9; flock 9`;
    const { trace } = await traced('--', 'sh', '-c', script);
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
    const { ended } = await traced('--max-hold', '50', '--max-contention', '0.3', '--', 'sh', '-c', crowd(lock));
    expect(ended.code).toBe(1);
    expect(ended.stderr).toMatch(/over the limit: lock was held for [\d.]+ ms \(p95; the limit is 50 ms\)/);
    expect(ended.stderr).toContain('over the limit: 3 of 4 acquisitions waited: 0.75 (the limit is 0.3)');
  });

  test('that is kept gives exit status 0, as no limit does', async () => {
    const lock = join(place.path, 'lock');
    const wide = await traced('--max-hold', '600000', '--max-contention', '0.8', '--', 'sh', '-c', crowd(lock));
    expect(wide.ended.code).toBe(0);
    expect((await traced('--', 'sh', '-c', crowd(lock))).ended.code).toBe(0);
  });

  test('does not hide how the command failed', async () => {
    const lock = join(place.path, 'lock');
    const { ended } = await traced('--max-hold', '0', '--', 'flock', lock, 'sh', '-c', 'exit 9');
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

describe('a stored trace', () => {
  const whole = `4552  1795405155.918846 execve("/usr/local/go/bin/go", ["go", "build"], 0x7ffc /* 40 vars */) = 0 <0.000245>
4552  1795405155.920000 gettid() = 4552 <0.000010>
4552  1795405155.930000 flock(8</w/go.mod>, LOCK_EX) = 0 <0.000022>
4552  1795405156.030000 flock(8</w/go.mod>, LOCK_UN) = 0 <0.000039>
4552  1795405156.040000 +++ exited with 0 +++
`;
  const from = async (text: string | Buffer, ...more: readonly string[]) => {
    const file = join(place.path, 'strace');
    await writeFile(file, text);
    return await place.run(['trace', '--from', file, ...more]);
  };

  test('is read, and goes to stdout', async () => {
    const ended = await from(whole, '--json', '-');
    expect(ended.code).toBe(0);
    expect(JSON.parse(ended.stdout)).toMatchObject({
      total: { acquisitions: 1, holdMs: { max: 99.978 } },
      gaps: [],
      exit: null,
    });
    expect((await from(whole)).stdout).toContain('1 lock taken on 1 file in 121 ms');
  });

  test.each([
    ['its last line', 4, '1 of 1 processes outlived the trace'],
    ['a line of something else', 1, '1 line could not be read'],
    ['the taking of a lock', 2, '1 unlock without a matching lock'],
  ])('that lacks or has %s says so, and is no proof that limits are kept', async (_, index, gap) => {
    const lines = whole.split('\n');
    lines[index] = index === 1 ? 'strace: out of memory' : '';
    const ended = await from(lines.join('\n'), '--max-hold', '1000');
    expect(ended.stdout).toContain(`the trace is incomplete, so locks may be missing: ${gap}`);
    expect(ended.code).toBe(3);
  });

  test.each([
    ['an empty file', ''],
    ['something else', 'hello\n'.repeat(10)],
    ['bytes', Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 7) % 256))],
    ['one endless line', 'x'.repeat(1 << 20)],
  ])('that is %s is refused', async (_, text) => {
    const ended = await from(text);
    expect(ended.code).toBe(2);
    expect(theLine(ended)).toMatch(/--from .*: not a log of `strace -f -ttt -T -y -o FILE`$/);
  });

  test('that is not there, or is a folder, is refused', async () => {
    for (const file of ['missing', '.']) {
      const ended = await place.run(['trace', '--from', file]);
      expect(ended.code).toBe(2);
      expect(theLine(ended)).toMatch(new RegExp(`^unlatch: --from ${file === '.' ? '\\.' : file}: cannot be read`));
    }
  });

  test('of 100,000 locks is read', async () => {
    const lines = Array.from({ length: 100_000 }, (_, at) => {
      const seconds = 1795405156 + Math.floor(at / 1000);
      const micros = (offset: number) => String((at % 1000) * 1000 + offset).padStart(6, '0');
      return `4552  ${seconds}.${micros(10)} flock(8</w/go.mod>, LOCK_EX) = 0 <0.000022>\n4552  ${seconds}.${micros(500)} flock(8</w/go.mod>, LOCK_UN) = 0 <0.000039>\n`;
    });
    const ended = await from(
      `${whole.split('\n')[0]}\n${lines.join('')}4552  1795405300.000000 +++ exited with 0 +++\n`,
    );
    expect(ended.code).toBe(0);
    expect(ended.stdout).toContain('100000 locks taken on 1 file');
  });
});

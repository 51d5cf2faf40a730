/** What is made of strace's lines; that they are what strace writes, test/e2e/trace/trace.test.ts shows. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lockName } from '../../../src/go/lock-name.ts';
import { drawTrace } from '../../../src/trace/draw-trace.ts';
import { lockTrace } from '../../../src/trace/lock-trace.ts';
import { percentilesOf } from '../../../src/trace/percentiles.ts';
import { readStrace } from '../../../src/trace/strace/read-strace.ts';

/** "10 0.5 gettid() = 10 <0.000001>": the seconds are those after some hour, to keep the lines short. */
function read(...lines: readonly string[]) {
  const whole = lines.map((line) =>
    line.replace(/^(\d+) ([\d.]+) /, (_, pid, at) => `${pid} ${(1795405000 + Number(at)).toFixed(6)} `),
  );
  return lockTrace([readStrace(`${whole.join('\n')}\n`)], null);
}
const go = '10 0 execve("/usr/bin/go", ["go", "build"], 0x7ff /* 9 vars */) = 0 <0.000200>';
const thread = (tid: number) =>
  `10 0.1 clone(child_stack=0x1, flags=CLONE_VM|CLONE_FILES|CLONE_THREAD, tls=0x2) = ${tid} <0.000010>`;
const fork = (pid: number) => `10 0.1 clone(child_stack=NULL, flags=CLONE_VM|CLONE_VFORK|SIGCHLD) = ${pid} <0.000010>`;
const end = (...pids: readonly number[]) => pids.map((pid) => `${pid} 9 +++ exited with 0 +++`);

describe('a use of a lock', () => {
  test('is that of a process, whichever of its threads asks and unlocks', () => {
    const { uses, gaps } = read(
      go,
      thread(11),
      thread(12),
      '11 1 flock(3</w/go.mod>, LOCK_EX) = 0 <0.000010>',
      '12 2 flock(3</w/go.mod>, LOCK_UN) = 0 <0.000010>',
      ...end(10, 11, 12),
    );
    expect(gaps).toEqual([]);
    expect(uses).toMatchObject([{ pid: 10, command: 'go build', takenMs: 1000.01, releasedMs: 2000, end: 'unlocked' }]);
  });

  test('of a thread whose lines stand before the clone that made it is its process’s too', () => {
    const { uses, gaps } = read(
      go,
      '11 0.05 flock(3</w/go.mod>, LOCK_EX) = 0 <0.000010>',
      '11 0.06 +++ exited with 0 +++',
      thread(11),
      ...end(10),
    );
    expect(gaps).toEqual([]);
    expect(uses).toMatchObject([{ pid: 10, end: 'process-ended', releasedMs: 9000 }]);
  });

  describe('of a thread whose maker never came back to say so, since another thread ended the process,', () => {
    const cloning = '10 0.1 clone(child_stack=0x1, flags=CLONE_VM|CLONE_FILES|CLONE_THREAD <unfinished ...>';
    const locks = '12 0.2 flock(3</w/go.mod>, LOCK_EX) = 0 <0.000010>';

    test.each([
      ['strace says that there is no answer', '10 8 <... clone resumed> <unfinished ...>) = ?'],
      ['the answer is not to be had', '10 8 <... clone resumed>) = ? <unavailable>'],
      ['strace repeats the answer before', '10 8 <... clone resumed>, tls=0x2) = 11 <0.000010>'],
    ])('is that of its process: %s', (_, resumed) => {
      const { uses, gaps } = read(go, thread(11), cloning, locks, resumed, ...end(10, 11, 12));
      expect(gaps).toEqual([]);
      expect(uses).toMatchObject([{ pid: 10, command: 'go build', end: 'process-ended' }]);
    });

    test('is nobody’s where two processes may have made it, or none', () => {
      const lost = ['1 process without a parent: the call that made them is missing'];
      const other = cloning.replace('10', '20');
      expect(read(go, fork(20), cloning, other, locks, ...end(10, 20, 12)).gaps).toEqual(lost);
      expect(read(go, locks, cloning.replace('0.1', '0.3'), ...end(10, 12)).gaps).toEqual(lost);
    });
  });

  test('a call that strace could not ask for leaves no gap', () => {
    const { gaps } = read(
      go,
      thread(11),
      '11 1 ???( <unfinished ...>',
      '11 2 <... ??? resumed>) = ?',
      ...end(11),
      '10 3 ???()           = ?',
      ...end(10),
    );
    expect(gaps).toEqual([]);
  });

  test('that a signal broke off is one wait, from its first call on', () => {
    const { uses } = read(
      go,
      fork(20),
      '20 0.2 flock(4</w/l>, LOCK_EX) = 0 <0.000010>',
      '10 1 flock(3</w/l>, LOCK_EX) = ? ERESTARTSYS (To be restarted if SA_RESTART is set) <0.500000>',
      '10 1.6 flock(3</w/l>, LOCK_EX <unfinished ...>',
      '20 2 flock(4</w/l>, LOCK_UN) = 0 <0.000010>',
      '10 2.1 <... flock resumed>) = 0 <0.500000>',
      ...end(10, 20),
    );
    expect(uses[1]).toMatchObject({
      pid: 10,
      askedMs: 1000,
      takenMs: 2100,
      waited: true,
      heldBy: [{ pid: 20, ms: 1000 }],
    });
  });

  test('in another mode on the same descriptor is a new one', () => {
    const { uses } = read(
      go,
      '10 1 flock(3</w/l>, LOCK_SH) = 0 <0.000010>',
      '10 2 flock(3</w/l>, LOCK_EX) = 0 <0.000010>',
      '10 3 flock(3</w/l>, LOCK_UN) = 0 <0.000010>',
      ...end(10),
    );
    expect(uses.map(({ mode, releasedMs, end: how }) => [mode, releasedMs, how])).toEqual([
      ['shared', 2000, 'unlocked'],
      ['exclusive', 3000, 'unlocked'],
    ]);
  });

  test('that another was given before its descriptor was seen to be closed had ended by then', () => {
    const { uses, heldTwice } = read(
      go,
      fork(20),
      '10 1 flock(3</w/l>, LOCK_EX) = 0 <0.000010>',
      '20 2 flock(4</w/l>, LOCK_EX) = 0 <0.000010>',
      ...end(10, 20),
    );
    expect(uses[0]).toMatchObject({ releasedMs: 2000.01, end: 'closed' });
    expect(heldTwice).toEqual([]);
  });

  test('of a log without -T is found, and what is missing is said', () => {
    const { uses, gaps } = read(go, '10 1 flock(3</w/l>, LOCK_EX) = 0', '10 2 flock(3</w/l>, LOCK_UN) = 0', ...end(10));
    expect(uses).toMatchObject([{ takenMs: 1000, releasedMs: 2000, end: 'unlocked' }]);
    expect(gaps).toEqual(['2 calls without a duration: run strace with -T']);
  });

  test('that fails is counted by its error', () => {
    const { total } = read(go, '10 1 flock(3</w/l>, LOCK_EX) = -1 ENOLCK (No locks available) <0.000010>', ...end(10));
    expect(total).toMatchObject({ acquisitions: 0, failed: { ENOLCK: 1 } });
  });

  test('two at once that both unlock are two files, or no locks: that is said', () => {
    const trace = read(
      go,
      fork(20),
      '10 1 flock(3</w/l>, LOCK_EX) = 0 <0.000010>',
      '20 2 flock(4</w/l>, LOCK_EX) = 0 <0.000010>',
      '10 3 flock(3</w/l>(deleted), LOCK_UN) = 0 <0.000010>',
      '20 4 flock(4</w/l>, LOCK_UN) = 0 <0.000010>',
      ...end(10, 20),
    );
    expect(trace.heldTwice).toEqual(['/w/l']);
    const plain = (text: string) => text;
    const colours = { bold: plain, dim: plain, red: plain, green: plain, yellow: plain };
    expect(drawTrace(trace, 100, colours)).toContain('/w/l: two processes held it at once');
  });
});

test('no damage to a log makes its reader fail, and what is lost of it is a gap', () => {
  const lines = [
    go,
    thread(11),
    fork(20),
    '11 1 flock(3</w/go.mod>, LOCK_EX) = 0 <0.000010>',
    '20 1.1 flock(4</w/go.mod>, LOCK_EX <unfinished ...>',
    '11 2 flock(3</w/go.mod>, LOCK_UN) = 0 <0.000010>',
    '20 2.1 <... flock resumed>) = 0 <1.000000>',
    ...end(10, 11, 20),
  ].join('\n');
  fc.assert(
    fc.property(fc.nat(lines.length), fc.nat(40), fc.string({ maxLength: 12 }), (at, length, text) => {
      const trace = lockTrace([readStrace(lines.slice(0, at) + text + lines.slice(at + length))], null);
      const spreads = [trace.total, ...trace.locks].flatMap(({ holdMs, waitMs }) => [
        ...Object.values(holdMs),
        ...Object.values(waitMs),
      ]);
      expect(spreads.filter((ms) => ms !== null && !(ms >= 0))).toEqual([]);
    }),
  );
});

test('percentiles are by nearest rank', () => {
  expect(percentilesOf([])).toEqual({ p50: null, p95: null, p99: null, max: null });
  expect(percentilesOf([3, 1, 2])).toEqual({ p50: 2, p95: 3, p99: 3, max: 3 });
  expect(percentilesOf(Array.from({ length: 100 }, (_, at) => at + 1))).toEqual({
    p50: 50,
    p95: 95,
    p99: 99,
    max: 100,
  });
});

test('a lock is called by what it is about', () => {
  const cache = '/home/me/go/pkg/mod/cache/download';
  expect(lockName(`${cache}/github.com/!burnt!sushi/toml/@v/v1.5.0.lock`)).toBe('github.com/BurntSushi/toml@v1.5.0');
  expect(lockName(`${cache}/rsc.io/quote/@v/list`)).toBe('rsc.io/quote: list');
  expect(lockName(`${cache}/rsc.io/quote/@v/v1.5.2.ziphash`)).toBe('rsc.io/quote: v1.5.2.ziphash');
  expect(lockName(`${cache}/sumdb/sum.golang.org/tile/8/0/x002/790`)).toBe(
    'the checksum database: sum.golang.org/tile/8/0/x002/790',
  );
  expect(lockName('/w/go.mod (deleted)')).toBe('go.mod');
});

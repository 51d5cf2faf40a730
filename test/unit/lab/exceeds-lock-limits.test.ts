/** Law 1 for exceedsLockLimits, on uses of locks that differ in one thing. */
import { describe, expect, test } from 'vitest';
import { exceedsLockLimits } from '../../../src/lab/check/exceeds-lock-limits.ts';
import type { LockHistory, LockRecord } from '../../../src/lab/history/history.ts';
import { aFailed } from './a-history.ts';
import { say } from './say.ts';

describe('exceedsLockLimits', () => {
  const limits = { holdMs: 50, contention: 0.3 };
  const check = exceedsLockLimits(limits, /v1\.0\.0\.lock$/, 'well');
  const file = '$LAB/gopath/pkg/mod/cache/download/example.com/dep/@v/v1.0.0.lock';

  function aUse(change: Partial<LockRecord> = {}): LockRecord {
    return {
      worker: 'tidy.0',
      pid: 7,
      file,
      mode: 'exclusive',
      askedMs: 10,
      takenMs: 10,
      releasedMs: 20,
      end: 'unlocked',
      errno: null,
      waited: false,
      heldBy: [],
      ...change,
    };
  }
  const locks = (...uses: readonly LockRecord[]): LockHistory => ({ uses, endMs: 1000, gaps: [], heldTwice: [] });

  test('present: a lock is held too long', () => {
    expect(say(check, { locks: locks(aUse({ releasedMs: 61 })) })).toBe(
      'present: example.com/dep@v1.0.0 is held for 51 ms (p95), 0 of 1 waited',
    );
  });

  test('present: a lock that is still held counts until the end', () => {
    expect(say(check, { locks: locks(aUse({ releasedMs: null, end: 'held' })) })).toMatch(/^present: .* 990 ms/);
  });

  test('present: too many waiters, one still waiting', () => {
    const waiting = aUse({ takenMs: null, releasedMs: null, end: 'waiting', waited: true });
    expect(say(check, { locks: locks(aUse(), waiting) })).toMatch(/^present: .* 1 of 2 waited/);
  });

  test('absent: both limits are kept; a refusal is not a wait', () => {
    const refused = aUse({ takenMs: null, releasedMs: null, end: 'refused', errno: 'EAGAIN' });
    expect(say(check, { locks: locks(aUse(), refused) })).toMatch(/^absent: .* 10 ms \(p95\), 0 of 1 waited/);
  });

  test('absent: none of these locks was requested', () => {
    expect(say(check, { locks: locks(aUse({ file: '$LAB/work/go.mod', releasedMs: 900 })) })).toBe(
      'absent: no process asked for these locks',
    );
  });

  test('unknown: a worker failed, the trace has gaps, or there is none', () => {
    const long = locks(aUse({ releasedMs: 900 }));
    expect(say(check, { locks: long, workers: [aFailed('no such host\n')] })).toMatch(/^unknown: .*no such host/);
    expect(say(check, { locks: { ...long, gaps: ['1 line could not be read'] } })).toMatch(/^unknown: .*has gaps/);
    expect(say(check, { locks: null })).toMatch(/^unknown: /);
  });

  test('with expected failures: unknown unless each worker failed with its message', () => {
    const sick = exceedsLockLimits(limits, /lock$/, /undefined: dep\.B/);
    expect(say(sick, { locks: locks(aUse()), workers: [aFailed('undefined: dep.B\n')] })).toMatch(/^absent: /);
    expect(say(sick, { locks: locks(aUse()), workers: [aFailed('no space left\n')] })).toMatch(/^unknown: /);
    expect(say(sick, { locks: locks(aUse()) })).toMatch(/^unknown: .* succeeded/);
  });
});

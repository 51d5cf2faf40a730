/** Law 1: each checker finds its symptom, sees that it is not there, and takes any other failure for unknown. */
import { describe, expect, test } from 'vitest';
import {
  anyOf,
  type Checker,
  eachFailsWith,
  failsWith,
  probePrints,
  rescueFails,
  waitsForLock,
} from '../../../src/lab/check.ts';
import type { History, ProbeResult } from '../../../src/lab/history.ts';
import { aFailed, aHistory, anUnstarted, aStuck, aWorker } from './a-history.ts';

const holder = aStuck({ name: 'holder', background: true });
const busy = 'go: rename a.tmp a: device or resource busy\nmore\n';

function probe(stdout: string, code = 0): ProbeResult {
  return { name: 'waiters', code, stdout };
}

function say(check: Checker, change: Partial<History>) {
  const { state, why } = check(aHistory(change));
  expect(why).toMatch(/^[^\n]+$/);
  return `${state}: ${why}`;
}

describe('failsWith', () => {
  const check = failsWith(/device or resource busy/);

  test('finds the message in what a failed worker wrote', () => {
    expect(say(check, { workers: [aWorker(), aFailed(busy, { copy: 1 })] })).toBe(
      'present: tidy.1: go: rename a.tmp a: device or resource busy',
    );
    expect(say(check, { workers: [aFailed('', { stdout: busy })] })).toMatch(/^present/);
  });

  test('does not find it when every worker ends well, even one that mentions it', () => {
    expect(say(check, { workers: [aWorker({ stderr: busy })] })).toBe('absent: every worker ended well');
  });

  test('does not know what another failure means', () => {
    expect(say(check, { workers: [aFailed('go: no such tool\n')] })).toBe(
      'unknown: tidy.0 failed otherwise (exit 1): go: no such tool',
    );
    expect(say(check, { workers: [aStuck()] })).toMatch(/^unknown: tidy\.0 had not ended at the deadline/);
    expect(say(check, { workers: [anUnstarted()] })).toMatch(/^unknown: tidy\.0 never started/);
  });

  test('does not judge a worker in the background', () => {
    expect(say(check, { workers: [aWorker(), holder, aFailed(busy, { background: true })] })).toMatch(/^absent/);
  });
});

describe('eachFailsWith', () => {
  const check = eachFailsWith({ tidy: /resource busy/, get: /no space/ });
  const get = aFailed('write: no space left on device', { name: 'get' });

  test('finds that each failed with its own message', () => {
    expect(say(check, { workers: [aFailed(busy), get] })).toMatch(/^present: all 2 failed/);
  });

  test('does not find it when every one ends well', () => {
    expect(say(check, { workers: [aWorker(), aWorker({ name: 'get' })] })).toBe('absent: every worker ended well');
  });

  test('does not know when one failed otherwise, or only some failed', () => {
    expect(say(check, { workers: [aFailed('write: no space left on device'), get] })).toMatch(
      /^unknown: tidy\.0 failed/,
    );
    expect(say(check, { workers: [aWorker(), get] })).toMatch(/^unknown: tidy\.0 ended well/);
    expect(say(check, { workers: [aStuck(), get] })).toMatch(/^unknown/);
  });
});

describe('rescueFails', () => {
  const rescue = (code: number) => ({ rescue: { code, atMs: 5, output: 'still locked\n' } });

  test('finds a rescue that did not end well', () => {
    expect(say(rescueFails(), rescue(124))).toBe('present: the rescue ended with 124: still locked');
  });

  test('does not find it when the rescue ended well', () => expect(say(rescueFails(), rescue(0))).toMatch(/^absent/));

  test('does not know when no rescue was run', () => {
    expect(say(rescueFails(), { workers: [aFailed('x')] })).toMatch(/^unknown/);
  });
});

describe('waitsForLock', () => {
  const check = waitsForLock('waiters');

  test('finds a worker that has not ended while a process waits for the lock', () => {
    expect(say(check, { workers: [aStuck(), holder], probes: [probe('41\n42\n')] })).toBe(
      'present: tidy.0 waits for the lock (pid 41, 42)',
    );
  });

  test('does not find it when every worker ends well', () => {
    expect(say(check, { workers: [aWorker(), holder], probes: [probe('', 1)] })).toMatch(/^absent/);
  });

  test('does not know a hang without a waiter, nor a failure', () => {
    expect(say(check, { workers: [aStuck()], probes: [probe('', 1)] })).toMatch(/^unknown: tidy\.0 had not ended/);
    expect(say(check, { workers: [aFailed('x')], probes: [probe('41')] })).toMatch(
      /^unknown: tidy\.0 failed otherwise/,
    );
  });

  test('throws when the scenario has no such probe', () => {
    expect(() => check(aHistory({ workers: [aStuck()] }))).toThrow(RangeError);
  });
});

describe('probePrints', () => {
  const check = probePrints('waiters', /lost: \d+/);

  test('finds what the probe printed', () => {
    expect(say(check, { probes: [probe('all: 4\nlost: 2\n')] })).toBe('present: waiters: lost: 2');
  });

  test('does not find it when the probe printed something else, and all ended well', () => {
    expect(say(check, { probes: [probe('all: 4\n')] })).toBe('absent: waiters: all: 4');
  });

  test('does not know when the probe or a worker failed', () => {
    expect(say(check, { probes: [probe('no such file\n', 1)] })).toBe(
      'unknown: the probe waiters ended with 1: no such file',
    );
    expect(say(check, { probes: [probe('')], workers: [aFailed('x')] })).toMatch(/^unknown: tidy\.0 failed otherwise/);
  });
});

describe('anyOf', () => {
  const says = (state: 'present' | 'absent' | 'unknown') => () => ({ state, why: state });

  test('is present when one is, absent when all are, and else unknown', () => {
    expect(say(anyOf(says('absent'), says('unknown'), says('present')), {})).toBe('present: present');
    expect(say(anyOf(says('absent'), says('absent')), {})).toBe('absent: absent');
    expect(say(anyOf(says('absent'), says('unknown')), {})).toBe('unknown: unknown');
    expect(say(anyOf(), {})).toBe('unknown: nothing was looked for');
  });
});

/** Law 1: each checker finds its symptom, sees that it is not there, and takes any other failure for unknown. */
import { describe, expect, test } from 'vitest';
import { anyOf } from '../../../src/lab/check/any-of.ts';
import { eachFailsWith } from '../../../src/lab/check/each-fails-with.ts';
import { editorShows } from '../../../src/lab/check/editor-shows.ts';
import { failsWith } from '../../../src/lab/check/fails-with.ts';
import { probePrints } from '../../../src/lab/check/probe-prints.ts';
import { rescueFails } from '../../../src/lab/check/rescue-fails.ts';
import { stuckIn } from '../../../src/lab/check/stuck-in.ts';
import { waitsForLock } from '../../../src/lab/check/waits-for-lock.ts';
import type { ProbeResult } from '../../../src/lab/history/history.ts';
import { aFailed, aHistory, anUnstarted, aSession, aStuck, aWorker } from './a-history.ts';
import { say } from './say.ts';

const holder = aStuck({ name: 'holder', background: true });
const busy = 'go: rename a.tmp a: device or resource busy\nmore\n';

function probe(stdout: string, code = 0): ProbeResult {
  return { name: 'waiters', code, stdout };
}

describe('failsWith', () => {
  const check = failsWith(/device or resource busy/);

  test('is present if a failed worker printed the message', () => {
    expect(say(check, { workers: [aWorker(), aFailed(busy, { copy: 1 })] })).toBe(
      'present: tidy.1: go: rename a.tmp a: device or resource busy',
    );
    expect(say(check, { workers: [aFailed('', { stdout: busy })] })).toMatch(/^present/);
  });

  test('is absent if every worker succeeds, even one that prints it', () => {
    expect(say(check, { workers: [aWorker({ stderr: busy })] })).toBe('absent: every worker succeeded');
  });

  test('is unknown for another failure', () => {
    expect(say(check, { workers: [aFailed('go: no such tool\n')] })).toBe(
      'unknown: tidy.0 failed for another reason (exit 1): go: no such tool',
    );
    expect(say(check, { workers: [aStuck()] })).toMatch(/^unknown: tidy\.0 was still running at the deadline/);
    expect(say(check, { workers: [anUnstarted()] })).toMatch(/^unknown: tidy\.0 never started/);
  });

  test('ignores background workers', () => {
    expect(say(check, { workers: [aWorker(), holder, aFailed(busy, { background: true })] })).toMatch(/^absent/);
  });
});

describe('eachFailsWith', () => {
  const check = eachFailsWith({ tidy: /resource busy/, get: /no space/ });
  const get = aFailed('write: no space left on device', { name: 'get' });

  test('is present if each worker failed with its own message', () => {
    expect(say(check, { workers: [aFailed(busy), get] })).toMatch(/^present: all 2 failed/);
  });

  test('reads the report of an editor too', () => {
    const report = {
      phases: {},
      stuck: 'initialize',
      why: 'the server ended: exit 2,\nwrite: no space left',
      said: [],
    };
    const editor = aFailed('', { name: 'get', stdout: JSON.stringify(report) });
    expect(say(eachFailsWith({ get: /no space/ }), { workers: [editor] })).toBe(
      'present: all 1 failed, write: no space left',
    );
    expect(say(eachFailsWith({ get: /no such/ }), { workers: [editor] })).toMatch(
      /^unknown: get\.0 failed for another reason/,
    );
  });

  test('is absent if every worker succeeds', () => {
    expect(say(check, { workers: [aWorker(), aWorker({ name: 'get' })] })).toBe('absent: every worker succeeded');
  });

  test('is unknown if one failed differently or only some failed', () => {
    expect(say(check, { workers: [aFailed('write: no space left on device'), get] })).toMatch(
      /^unknown: tidy\.0 failed/,
    );
    expect(say(check, { workers: [aWorker(), get] })).toMatch(/^unknown: tidy\.0 succeeded/);
    expect(say(check, { workers: [aStuck(), get] })).toMatch(/^unknown/);
  });
});

describe('rescueFails', () => {
  const rescue = (code: number) => ({ rescue: { code, atMs: 5, output: 'still locked\n' } });

  test('is present if the rescue failed', () => {
    expect(say(rescueFails(), rescue(124))).toBe('present: the rescue exited with 124: still locked');
  });

  test('is absent if the rescue succeeded', () => expect(say(rescueFails(), rescue(0))).toMatch(/^absent/));

  test('is unknown if no rescue ran', () => {
    expect(say(rescueFails(), { workers: [aFailed('x')] })).toMatch(/^unknown/);
  });
});

describe('waitsForLock', () => {
  const check = waitsForLock('waiters');

  test('is present if a worker still runs while a process waits for the lock', () => {
    expect(say(check, { workers: [aStuck(), holder], probes: [probe('41\n42\n')] })).toBe(
      'present: tidy.0 waits for the lock (pid 41, 42)',
    );
  });

  test('is absent if every worker succeeds', () => {
    expect(say(check, { workers: [aWorker(), holder], probes: [probe('', 1)] })).toMatch(/^absent/);
  });

  test('is unknown for a hang without a waiter, and for a failure', () => {
    expect(say(check, { workers: [aStuck()], probes: [probe('', 1)] })).toMatch(/^unknown: tidy\.0 was still running/);
    expect(say(check, { workers: [aFailed('x')], probes: [probe('41')] })).toMatch(
      /^unknown: tidy\.0 failed for another reason/,
    );
  });

  test('throws if the scenario has no such probe', () => {
    expect(() => check(aHistory({ workers: [aStuck()] }))).toThrow(RangeError);
  });
});

describe('probePrints', () => {
  const check = probePrints('waiters', /lost: \d+/);

  test('is present if the probe printed the text', () => {
    expect(say(check, { probes: [probe('all: 4\nlost: 2\n')] })).toBe('present: waiters: lost: 2');
  });

  test('is absent if the probe printed something else and every worker succeeded', () => {
    expect(say(check, { probes: [probe('all: 4\n')] })).toBe('absent: waiters: all: 4');
  });

  test('is unknown if the probe or a worker failed', () => {
    expect(say(check, { probes: [probe('no such file\n', 1)] })).toBe(
      'unknown: the probe waiters exited with 1: no such file',
    );
    expect(say(check, { probes: [probe('')], workers: [aFailed('x')] })).toMatch(
      /^unknown: tidy\.0 failed for another reason/,
    );
  });
});

describe('anyOf', () => {
  const says = (state: 'present' | 'absent' | 'unknown') => () => ({ state, why: state });

  test('is present if one is, absent if all are, otherwise unknown', () => {
    expect(say(anyOf(says('absent'), says('unknown'), says('present')), {})).toBe('present: present');
    expect(say(anyOf(says('absent'), says('absent')), {})).toBe('absent: absent');
    expect(say(anyOf(says('absent'), says('unknown')), {})).toBe('unknown: unknown');
    expect(say(anyOf(), {})).toBe('unknown: no checker was given');
  });
});

describe('stuckIn', () => {
  const check = stuckIn('go list');
  const late = 'no answer within 3000 ms (go list)';

  test('is present if a session is stuck in that phase', () => {
    expect(say(check, { workers: [aSession(), aSession({ stuck: 'go list', why: late }, { copy: 1 })] })).toBe(
      `present: editor.1 is stuck in "go list": ${late}`,
    );
  });

  test('is absent if every session completes, with the time of each phase', () => {
    expect(say(check, { workers: [aSession({ phases: { start: 5, initialize: 90 } })] })).toBe(
      'absent: editor.0 start 5 ms, initialize 90 ms',
    );
  });

  test('is unknown for another phase, and if the server exits in this phase', () => {
    expect(say(check, { workers: [aSession({ stuck: 'go env', why: 'no answer within 3000 ms (go env)' })] })).toMatch(
      /^unknown: editor\.0 is stuck in another phase, "go env"/,
    );
    expect(
      say(check, { workers: [aSession({ stuck: 'go list', why: 'the server ended (go list): exit 2' })] }),
    ).toMatch(/^unknown: .*the server ended/);
  });

  test('is unknown for a session without a report', () => {
    expect(say(check, { workers: [aStuck({ name: 'editor' })] })).toBe('unknown: no editor left a report');
    expect(say(check, { workers: [aSession(), aFailed('no such file\n', { name: 'advice' })] })).toBe(
      'unknown: advice.0 failed for another reason (exit 1): no such file',
    );
  });
});

describe('editorShows', () => {
  const check = editorShows(/module cache not found/);
  const told = 'go.mod: packages.Load error: go: module cache not found: neither GOMODCACHE nor GOPATH is set';

  test('is present if diagnostics, log, end of session or stderr has the message', () => {
    for (const report of [{ diagnostics: [told] }, { said: [told] }, { why: told }, { stderr: told }]) {
      expect(say(check, { workers: [aSession(report)] })).toBe(`present: editor.0: ${told}`);
    }
  });

  test('is absent if every session completes without the message', () => {
    const said = ['progress end: Finished loading packages.'];
    expect(say(check, { workers: [aSession({ said })] })).toBe('absent: every session completed');
  });

  test.each([
    'progress end: Error loading packages: err: exit status 127: stderr: go: not found',
    '2026/11/23 00:43:49 initial workspace load failed: packages.Load error: exit status 1',
  ])('is unknown for another load error: %s', (error) => {
    expect(say(check, { workers: [aSession({ said: [error] })] })).toBe(`unknown: editor.0 loaded nothing: ${error}`);
  });

  test('is unknown for a stuck session', () => {
    expect(say(check, { workers: [aSession({ stuck: 'go list', why: 'no answer within 3000 ms' })] })).toMatch(
      /^unknown: editor\.0 failed for another reason/,
    );
  });
});

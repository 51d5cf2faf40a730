import { describe, expect, test } from 'vitest';
import type { Judgement } from '../../../src/lab/check/finding.ts';
import type { History } from '../../../src/lab/history/history.ts';
import { hitsOf, judgeHistory } from '../../../src/lab/judge.ts';
import type { CellSpec, Scenario } from '../../../src/lab/scenario/scenario.ts';
import { aFailed, aFault, aHistory, anUnstarted, aScenario, aWorker } from './a-history.ts';

const says = (state: Judgement['state']) => () => ({ state, why: 'so it says' });

function judged(
  history: Partial<History>,
  scenario: Partial<Scenario> = {},
  spec: CellSpec = { expect: 'reproduced' },
) {
  return judgeHistory(aScenario(scenario), aHistory(history), spec);
}

describe('unknown, whatever the checker says', () => {
  test('if the lab failed', () => {
    for (const state of ['present', 'absent'] as const) {
      expect(judged({ harness: 'the setup failed' }, { check: says(state) })).toEqual({
        state: 'unknown',
        why: 'the lab failed: the setup failed',
      });
    }
  });

  test('if a fault was not armed', () => {
    const faults = [aFault(), aFault({ worker: 'tidy.1', armed: false })];
    for (const state of ['present', 'absent'] as const) {
      expect(judged({ faults }, { check: says(state) })).toEqual({
        state: 'unknown',
        why: 'the fault "rename fails with EBUSY" was not in force under tidy.1',
      });
    }
    expect(judged({ faults: [aFault({ worker: null, armed: false })] }, { check: says('present') }).why).toBe(
      'the fault "rename fails with EBUSY" was not in force',
    );
  });

  test.each([126, 127])('when the shell could not run a command: exit %i', (code) => {
    const workers = [aWorker(), aFailed('holder: command not found', { name: 'holder', background: true, code })];
    const probes = [{ name: 'count', code, stdout: 'wc: command not found' }];
    for (const state of ['present', 'absent'] as const) {
      expect(judged({ workers }, { check: says(state) })).toEqual({
        state: 'unknown',
        why: `holder.0 could not run its command (exit ${code}): holder: command not found`,
      });
      expect(judged({ probes }, { check: says(state) })).toEqual({
        state: 'unknown',
        why: 'the probe count could not be run: wc: command not found',
      });
    }
  });

  test('if a probe never ran', () => {
    expect(judged({ probes: [{ name: 'count', code: -1, stdout: '' }] }, { check: says('absent') }).state).toBe(
      'unknown',
    );
  });

  test('if the checker throws', () => {
    const check = () => {
      throw new RangeError('no such probe');
    };
    expect(judged({}, { check })).toEqual({ state: 'unknown', why: 'the checker threw: no such probe' });
  });
});

/** Law 3. */
describe('a fault without hits', () => {
  const faults = [aFault({ hits: 0 }), aFault({ worker: 'tidy.1', hits: 0 })];

  test('makes an absent symptom unknown', () => {
    expect(judged({ faults })).toEqual({
      state: 'unknown',
      why: 'the fault had no hits, so this proves nothing (every worker succeeded)',
    });
  });

  test('makes a present symptom unknown too: it has another cause', () => {
    const check = () => ({ state: 'present', why: 'seen' }) as const;
    expect(judged({ faults }, { check })).toEqual({
      state: 'unknown',
      why: 'the fault had no hits, so something else caused the symptom (seen)',
    });
  });

  test('is evidence if these versions are expected to avoid the operation', () => {
    expect(judged({ faults }, {}, { expect: 'not-reproduced', avoids: true }).state).toBe('absent');
  });

  test('is evidence only in the arm that is meant to avoid the operation', () => {
    const mitigations = { avoid: { avoids: true }, survive: {} };
    expect(judged({ faults, arm: 'avoid' }, { mitigations }).state).toBe('absent');
    expect(judged({ faults, arm: 'survive' }, { mitigations }, { expect: 'reproduced', avoids: true }).state).toBe(
      'unknown',
    );
    expect(judged({ faults }, { mitigations }).state).toBe('unknown');
  });

  test('does not matter if it hit another worker', () => {
    expect(judged({ faults: [aFault({ hits: 0 }), aFault({ worker: 'tidy.1', hits: 1 })] }).state).toBe('absent');
  });
});

test('a fault for a worker that never started need not be armed', () => {
  const faults = [aFault(), aFault({ worker: 'late.0', armed: false, hits: 0 })];
  const workers = [aWorker(), anUnstarted({ name: 'late' })];
  expect(judged({ faults, workers }, { check: says('absent') }).state).toBe('absent');
});

test('a mitigation is judged by its own checker if it has one', () => {
  const mitigations = { own: { check: says('present') }, none: {} };
  expect(judged({ arm: 'own' }, { mitigations }).state).toBe('present');
  expect(judged({ arm: 'none' }, { mitigations }).state).toBe('absent');
});

test('hits are the sum over all faults, and null without a fault', () => {
  expect(hitsOf(aHistory({ faults: [aFault({ hits: 2 }), aFault({ hits: 3 })] }))).toBe(5);
  expect(hitsOf(aHistory())).toBeNull();
});

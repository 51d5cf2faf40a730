import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Judgement } from '../../../src/lab/check/finding.ts';
import { claimVerdict, mitigationVerdict, tally } from '../../../src/lab/verdict.ts';

const finding = fc.record<Judgement>({
  state: fc.constantFrom('present', 'absent', 'unknown'),
  why: fc.string(),
});
const findings = fc.array(finding, { maxLength: 6 });
const claim = fc.constantFrom('reproduced', 'not-reproduced', 'inconclusive');
const has = (list: readonly Judgement[], state: Judgement['state']) => list.some((one) => one.state === state);

describe('a tally', () => {
  test('counts every finding once, and takes the reason from one of the deciding kind', () => {
    fc.assert(
      fc.property(findings, (list) => {
        const { present, absent, unknown, why } = tally(list, []);
        expect(present + absent + unknown).toBe(list.length);
        const decides = present > 0 ? 'present' : unknown > 0 ? 'unknown' : 'absent';
        if (list.length > 0) expect(list.filter(({ state }) => state === decides).map((one) => one.why)).toContain(why);
      }),
    );
  });

  test('adds up hits, and distinguishes no fault from a fault without hits', () => {
    expect(tally([], [3, null, 4]).hits).toBe(7);
    expect(tally([], [0, 0]).hits).toBe(0);
    expect(tally([], [null, null]).hits).toBeNull();
    expect(tally([], []).hits).toBeNull();
  });
});

describe('the verdict of a claim', () => {
  test('is reproduced if and only if a trial showed the symptom', () => {
    fc.assert(
      fc.property(findings, (list) => {
        expect(claimVerdict(tally(list, [])) === 'reproduced').toBe(has(list, 'present'));
      }),
    );
  });

  test('is not-reproduced only if at least one trial ran and none showed the symptom', () => {
    fc.assert(
      fc.property(findings, (list) => {
        const silent = list.length > 0 && list.every(({ state }) => state === 'absent');
        expect(claimVerdict(tally(list, [])) === 'not-reproduced').toBe(silent);
      }),
    );
  });

  test('does not depend on the order of the trials', () => {
    fc.assert(
      fc.property(findings, (list) => {
        expect(claimVerdict(tally(list.toReversed(), []))).toBe(claimVerdict(tally(list, [])));
      }),
    );
  });
});

describe('the verdict of a mitigation', () => {
  /** Law 2. */
  test('is untested if and only if its baseline did not show the symptom', () => {
    fc.assert(
      fc.property(claim, findings, (baseline, list) => {
        expect(mitigationVerdict(baseline, tally(list, [])) === 'untested').toBe(baseline !== 'reproduced');
      }),
    );
  });

  test('is holds only if at least one of its trials ran and none showed the symptom', () => {
    fc.assert(
      fc.property(findings, (list) => {
        const silent = list.length > 0 && list.every(({ state }) => state === 'absent');
        expect(mitigationVerdict('reproduced', tally(list, [])) === 'holds').toBe(silent);
        expect(mitigationVerdict('reproduced', tally(list, [])) === 'fails').toBe(has(list, 'present'));
      }),
    );
  });
});

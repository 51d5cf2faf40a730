import { describe, expect, test } from 'vitest';
import { assembleCell, judgeTrial, skippedCell } from '../../../src/lab/assemble-cell.ts';
import type { DoctorReport, History } from '../../../src/lab/history/history.ts';
import type { Scenario } from '../../../src/lab/scenario/scenario.ts';
import { aCell, aFailed, aFault, aHistory } from './a-history.ts';

const busy = [aFailed('device or resource busy')];
const mitigations = { cure: {}, quack: { expect: 'fails' } } as const;

function assembled(histories: readonly Partial<History>[], scenario: Partial<Scenario> = {}) {
  const cell = aCell({ mitigations, ...scenario });
  return assembleCell(
    cell,
    histories.map((change) => judgeTrial(cell, aHistory(change))),
    1,
  );
}

describe('a cell', () => {
  test('is as expected if the claim and every mitigation are as expected', () => {
    const report = assembled([{ workers: busy }, { arm: 'cure' }, { arm: 'quack', workers: busy }]);
    expect(report).toMatchObject({ verdict: 'reproduced', asExpected: true, fs: 'ext2/ext3', runtime: 'host' });
    expect(report.mitigations.map(({ name, verdict }) => [name, verdict])).toEqual([
      ['cure', 'holds'],
      ['quack', 'fails'],
    ]);
  });

  test('is not as expected if a mitigation does better or worse than expected', () => {
    expect(assembled([{ workers: busy }, { arm: 'cure' }, { arm: 'quack' }]).asExpected).toBe(false);
    expect(
      assembled([{ workers: busy }, { arm: 'cure', workers: busy }, { arm: 'quack', workers: busy }]).asExpected,
    ).toBe(false);
  });

  /** Law 2. */
  test('has only untested mitigations if its baseline shows no symptom, whatever their trials show', () => {
    const report = assembled([{}, { arm: 'cure' }, { arm: 'quack', workers: busy }]);
    expect(report).toMatchObject({ verdict: 'not-reproduced', asExpected: false });
    for (const { verdict, why } of report.mitigations) {
      expect([verdict, why]).toEqual(['untested', 'the baseline did not show the symptom']);
    }
  });

  test('expects untested mitigations if it expects no symptom', () => {
    const report = assembled([{}], { cells: [{ expect: 'not-reproduced' }] });
    expect(report).toMatchObject({ verdict: 'not-reproduced', asExpected: true });
    expect(report.mitigations.map(({ expect: expected }) => expected)).toEqual(['untested', 'untested']);
  });

  test('is inconclusive without trials, or if one is unknown', () => {
    expect(assembled([]).verdict).toBe('inconclusive');
    expect(assembled([{}, { harness: 'gone' }]).verdict).toBe('inconclusive');
  });

  test('counts hits by arm', () => {
    const report = assembled([
      { workers: busy, faults: [aFault({ hits: 3 })] },
      { arm: 'cure', faults: [aFault({ hits: 2 })] },
    ]);
    expect(report.baseline?.hits).toBe(3);
    expect(report.mitigations[0]?.hits).toBe(2);
    expect(report.mitigations[1]).toMatchObject({ hits: null, verdict: 'inconclusive' });
  });
});

describe('the doctor', () => {
  const scenario = { mitigations: {}, doctorFinding: 'lock-waiter' };
  const said = (at: DoctorReport['at'], ...findings: string[]): DoctorReport => ({ at, findings, verdict: '' });

  test('must report the finding of a reproduced symptom', () => {
    expect(assembled([{ workers: busy, doctor: [said('symptom', 'lock-waiter')] }], scenario).asExpected).toBe(true);
    expect(assembled([{ workers: busy, doctor: [said('symptom')] }], scenario).asExpected).toBe(false);
    expect(assembled([{ workers: busy, doctor: [] }], scenario).asExpected).toBe(false);
  });

  test('must not report it after a mitigation that holds', () => {
    const mended = { ...scenario, mitigations: { cure: {} } };
    const baseline = { workers: busy, doctor: [said('symptom', 'lock-waiter')] };
    const cure = (...doctor: DoctorReport[]) => assembled([baseline, { arm: 'cure', doctor }], mended);
    // While the symptom still showed, before the rescue, it was right to.
    expect(cure(said('symptom', 'lock-waiter'), said('end'))).toMatchObject({
      asExpected: true,
      doctor: { stillReported: [] },
    });
    expect(cure(said('end', 'lock-waiter'))).toMatchObject({ asExpected: false, doctor: { stillReported: ['cure'] } });
    const around = { ...scenario, mitigations: { cure: { causeStays: true } } };
    expect(assembled([baseline, { arm: 'cure', doctor: [said('end', 'lock-waiter')] }], around).asExpected).toBe(true);
  });

  test('is not judged if it did not run or no symptom showed', () => {
    expect(assembled([{ workers: busy }], scenario)).toMatchObject({ asExpected: true, doctor: { reported: null } });
    expect(assembled([{ doctor: [] }], { ...scenario, cells: [{ expect: 'not-reproduced' }] }).asExpected).toBe(true);
  });
});

test('a skipped cell names the missing capability and is not a pass', () => {
  expect(skippedCell(aCell(), 'host', 'ptrace: strace is not installed')).toMatchObject({
    skipped: 'ptrace: strace is not installed',
    verdict: null,
    asExpected: false,
    baseline: null,
  });
});

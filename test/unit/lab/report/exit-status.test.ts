import { expect, test } from 'vitest';
import { exitStatusOf } from '../../../../src/lab/report/exit-status.ts';
import { summaryLine } from '../../../../src/lab/report/outcome.ts';
import { sampleCell, sampleMitigation, sampleReport, skippedCell, variedReport } from './sample-report.ts';

const expected = sampleCell();
const differs = sampleCell({ verdict: 'not-reproduced', asExpected: false });
const inconclusive = sampleCell({ verdict: 'inconclusive', asExpected: false });
const lenient = { strict: false };

test('a run as expected exits with 0', () => {
  expect(exitStatusOf(sampleReport([expected]), lenient)).toBe(0);
});

test('a verdict that differs exits with 1, and wins over an inconclusive one', () => {
  expect(exitStatusOf(sampleReport([expected, differs]), lenient)).toBe(1);
  expect(exitStatusOf(sampleReport([inconclusive, differs]), lenient)).toBe(1);
});

test('an inconclusive cell exits with 3 if nothing differs', () => {
  expect(exitStatusOf(sampleReport([expected, inconclusive]), lenient)).toBe(3);
});

test('a skip exits with 0, and with 1 when strict', () => {
  const report = sampleReport([expected, skippedCell()]);
  expect(exitStatusOf(report, lenient)).toBe(0);
  expect(exitStatusOf(report, { strict: true })).toBe(1);
});

test('a mitigation that differs counts like the claim', () => {
  const cell = sampleCell({ mitigations: [sampleMitigation({ verdict: 'fails' })], asExpected: false });
  expect(exitStatusOf(sampleReport([cell]), lenient)).toBe(1);
});

test('a mitigation that an inconclusive baseline left untested does not differ', () => {
  const cell = { ...inconclusive, mitigations: [sampleMitigation({ verdict: 'untested' })] };
  expect(exitStatusOf(sampleReport([cell]), lenient)).toBe(3);
});

test('a doctor that misses the finding of a reproduced symptom differs', () => {
  const doctor = { expected: ['lock-waiter'], reported: ['folk-files'], stillReported: [], withoutRemedy: null };
  expect(exitStatusOf(sampleReport([sampleCell({ doctor })]), lenient)).toBe(1);
  expect(exitStatusOf(sampleReport([sampleCell({ doctor: { ...doctor, reported: ['lock-waiter'] } })]), lenient)).toBe(
    0,
  );
  // Where no doctor ran, nothing is held against it.
  expect(exitStatusOf(sampleReport([sampleCell({ doctor: { ...doctor, reported: null } })]), lenient)).toBe(0);
});

test('a cell marked not as expected differs, even without a differing verdict', () => {
  expect(exitStatusOf(sampleReport([sampleCell({ asExpected: false })]), lenient)).toBe(1);
});

test('the summary counts each cell once', () => {
  expect(summaryLine(variedReport.cells)).toBe('2 cells as expected, 1 differs, 1 inconclusive, 1 skipped');
});

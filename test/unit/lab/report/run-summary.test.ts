import pico from 'picocolors';
import { expect, test } from 'vitest';
import type { CellReport } from '../../../../src/lab/cell-report.ts';
import { runSummary } from '../../../../src/lab/report/run-summary.ts';
import { sampleCell, sampleMitigation, variedReport } from './sample-report.ts';

const summary = (cells: readonly CellReport[]) => runSummary(cells, Number.POSITIVE_INFINITY, pico.createColors(false));

test('a summary leads with the surprises and their reasons, then counts, then has a line for each scenario', () => {
  expect(summary(variedReport.cells)).toMatchInlineSnapshot(`
    "✗ gopls-daemon-lock (go 1.26.8, gopls 0.21.1, docker): not reproduced, expected: reproduced. connect returned after 12 ms
    ? gopls-daemon-lock (go 1.26.8, gopls 0.16.2, docker): inconclusive. the image is missing
    2 cells as expected, 1 differs, 1 inconclusive, 1 skipped
    – flock-nfs          skipped, missing: ptrace
    ✗ gopls-daemon-lock  inconclusive ×1, not reproduced ×1
    ✓ modcache-rename    not reproduced ×1, reproduced ×1; helps: download before the workers start, retry the rename; does not help, as expected: turn off the checksum database
    reproduced: the symptom that the claim names showed · not reproduced: it did not show · inconclusive: the trials prove neither · skipped: something that it needs is missing here
    "
  `);
});

test('of many scenarios a summary has a paragraph for each verdict, and the surprises still come first', () => {
  const many = Array.from({ length: 40 }, (_, index) => sampleCell({ scenario: `s-${index}` }));
  expect(summary([...many, ...variedReport.cells])).toMatchInlineSnapshot(`
    "✗ gopls-daemon-lock (go 1.26.8, gopls 0.21.1, docker): not reproduced, expected: reproduced. connect returned after 12 ms
    ? gopls-daemon-lock (go 1.26.8, gopls 0.16.2, docker): inconclusive. the image is missing
    42 cells as expected, 1 differs, 1 inconclusive, 1 skipped
    skipped, missing: ptrace (1): flock-nfs
    inconclusive and not reproduced, by version (1): gopls-daemon-lock
    not reproduced and reproduced, by version (1): modcache-rename
    reproduced (40): s-0, s-1, s-2, s-3, s-4, s-5, s-6, s-7, s-8, s-9, s-10, s-11, s-12, s-13, s-14, s-15, s-16, s-17, s-18, s-19, s-20, s-21, s-22, s-23, s-24, s-25, s-26, s-27, s-28, s-29, s-30, s-31, s-32, s-33, s-34, s-35, s-36, s-37, s-38, s-39
    reproduced: the symptom that the claim names showed · not reproduced: it did not show · inconclusive: the trials prove neither · skipped: something that it needs is missing here
    "
  `);
});

test('more expected cells of a scenario add no lines', () => {
  const cells = Array.from({ length: 500 }, (_, index) => sampleCell({ go: `1.${index}.0` }));
  expect(summary(cells).split('\n')).toHaveLength(4);
});

test('a remedy that holds on some versions only does not count as one that helps', () => {
  const cells = [
    sampleCell({ go: '1.13.15', mitigations: [sampleMitigation({ verdict: 'fails', expect: 'fails' })] }),
    sampleCell({ mitigations: [sampleMitigation({ verdict: 'holds' })] }),
  ];
  expect(summary(cells)).toContain('reproduced ×2; helps on some versions: download before the workers start\n');
});

test('the meaning of a word stands there only if the word does', () => {
  expect(summary([sampleCell()])).toContain('reproduced: the symptom that the claim names showed');
  expect(summary([sampleCell()])).not.toContain('inconclusive:');
  expect(summary([])).toBe('0 cells as expected, 0 differ, 0 inconclusive, 0 skipped\n');
});

import pico from 'picocolors';
import { expect, test } from 'vitest';
import { checkSummary } from '../../../../src/lab/report/check-summary.ts';
import { sampleCell, sampleMitigation, variedReport } from './sample-report.ts';

const plain = pico.createColors(false);

test('a summary has the counts, then each surprise with its reason, then one line for each scenario', () => {
  expect(checkSummary(variedReport.cells, plain)).toMatchInlineSnapshot(`
    "2 cells as expected, 1 differs, 1 inconclusive, 1 skipped
    ✗ gopls-daemon-lock (go 1.26.8, gopls 0.21.1, docker): not reproduced, expected: reproduced. connect returned after 12 ms
    ? gopls-daemon-lock (go 1.26.8, gopls 0.16.2, docker): inconclusive. the image is missing
    – flock-nfs          skipped, missing: ptrace ×1
    ✗ gopls-daemon-lock  inconclusive ×1, not reproduced ×1
    ✓ modcache-rename    not reproduced ×1, reproduced ×1; 2 remedies hold, 1 does not help
    "
  `);
});

test('more expected cells of a scenario add no lines', () => {
  const cells = Array.from({ length: 500 }, (_, index) => sampleCell({ go: `1.${index}.0` }));
  expect(checkSummary(cells, plain).split('\n')).toHaveLength(3);
});

test('a remedy that holds on some versions only does not count as holding', () => {
  const cells = [
    sampleCell({ go: '1.13.15', mitigations: [sampleMitigation({ verdict: 'fails', expect: 'fails' })] }),
    sampleCell({ mitigations: [sampleMitigation({ verdict: 'holds' })] }),
  ];
  expect(checkSummary(cells, plain)).toContain('reproduced ×2; 1 remedy does not help');
});

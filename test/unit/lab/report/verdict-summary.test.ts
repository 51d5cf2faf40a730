/** The counts of claims, and which of them are true nowhere. */
import { expect, test } from 'vitest';
import { verdictSummary } from '../../../../src/lab/report/verdict-summary.ts';
import { sampleCell, sampleReport, variedReport } from './sample-report.ts';

test('the summary counts claims true everywhere, somewhere and nowhere, and lists the last', () => {
  const refuted = sampleCell({
    scenario: 'folk-lock',
    claim: 'A file named `lock` blocks go.',
    expect: 'not-reproduced',
    verdict: 'not-reproduced',
  });
  const everywhere = sampleCell({ scenario: 'modcache-lock-held' });
  expect(verdictSummary(sampleReport([...variedReport.cells, refuted, everywhere]))).toMatchInlineSnapshot(`
    "1 of 5 claims are true on every version tried, 1 on some, 1 on none: [all of them, and what helps](docs/verdicts.md). Refuted on all versions:

    - A file named \\\`lock\\\` blocks go."
  `);
});

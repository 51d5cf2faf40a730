/** The table of verdicts in Markdown: each claim, and the versions of each verdict. */
import { expect, test } from 'vitest';
import { verdictTable } from '../../../../src/lab/report/verdict-table.ts';
import { sampleCell, sampleReport, variedReport } from './sample-report.ts';

test('the table of verdicts groups by claim and names the versions of each verdict', () => {
  expect(verdictTable(variedReport)).toMatchInlineSnapshot(`
    "### flock

    | claim | verdict | proposed remedies |
    | --- | --- | --- |
    | **flock-nfs**: flock is not exclusive over NFS. | **skipped, missing: ptrace**: Go 1.26 on host |  |

    ### gopls

    | claim | verdict | proposed remedies |
    | --- | --- | --- |
    | **gopls-daemon-lock**: A stopped gopls daemon jams every editor that connects with -remote=auto, until its socket is deleted. | **not reproduced, expected: reproduced**: gopls 0.21 on docker<br>**inconclusive**: gopls 0.16 on docker |  |

    ### modcache

    | claim | verdict | proposed remedies |
    | --- | --- | --- |
    | **modcache-rename**: go fails on a cold module cache when a rename there returns EBUSY. | **reproduced**: Go 1.26 on docker<br>**not reproduced**: Go 1.13 on docker | **holds, avoids it**: download before the workers start<br>**holds, survives it**: retry the rename<br>**fails**: turn off the checksum database |

    Judged with Go 1.13.15, 1.26.8 and gopls 0.16.2 (Go 1.26.8), 0.21.1 (Go 1.26.8). On docker and host unless one is named.
    "
  `);
});

test('the table of verdicts does not depend on timings, counts, reasons or the order of cells', () => {
  const later = sampleReport(
    variedReport.cells
      .map((cell) => ({
        ...cell,
        ms: cell.ms + 17,
        baseline: cell.baseline && {
          ...cell.baseline,
          hits: cell.baseline.hits && cell.baseline.hits + 3,
          why: 'other',
        },
        mitigations: cell.mitigations.map((mitigation) => ({
          ...mitigation,
          hits: mitigation.hits && mitigation.hits + 1,
          absent: mitigation.absent * 2,
        })),
      }))
      .toReversed(),
  );
  expect(verdictTable(later)).toBe(verdictTable(variedReport));
});

test('a range of Go versions spans no version of the report that lacks the verdict', () => {
  const verdicts = {
    '1.9.7': false,
    '1.13.15': false,
    '1.14.15': true,
    '1.16.15': true,
    '1.22.12': true,
    '1.26.8': true,
  };
  const cells = Object.entries(verdicts).map(([go, shows]) =>
    sampleCell(shows ? { go } : { go, expect: 'not-reproduced', verdict: 'not-reproduced' }),
  );
  const rows = verdictTable(sampleReport(cells));
  expect(rows).toContain('**reproduced**: Go 1.14–1.26<br>**not reproduced**: Go 1.9, 1.13 |');
  const other = sampleCell({ scenario: 'other', go: '1.18.10' });
  expect(verdictTable(sampleReport([...cells, other]))).toContain('**reproduced**: Go 1.14, 1.16, 1.22, 1.26<br>');
});

test('two patch releases of one Go are kept apart', () => {
  const rows = verdictTable(sampleReport([sampleCell({ go: '1.24.0' }), sampleCell({ go: '1.24.9' })]));
  expect(rows).toContain('**reproduced**: Go 1.24.0, 1.24.9 |');
});

test('gopls versions that ran on the same Go versions stand together', () => {
  const cells = ['0.14.2', '0.16.2', '0.21.1'].flatMap((gopls) => [
    sampleCell({ gopls }),
    sampleCell({ gopls, go: '1.24.9' }),
  ]);
  expect(verdictTable(sampleReport(cells))).toContain('gopls 0.14–0.21 (Go 1.24, 1.26) |');
});

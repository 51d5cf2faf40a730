import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../../../src/lab/cell-report.ts';
import { joinRemarks, joinReports } from '../../../../src/lab/report/join-reports.ts';
import { asReport } from '../../../../src/lab/report/report-schema.ts';
import { sampleCell, sampleReport, variedReport } from './sample-report.ts';

const plan = variedReport.cells.map(({ scenario, go, gopls }) => ({ scenario, go, gopls }));

/** The report of a shard that has the cells at these places of the plan. */
function shard(index: number, of: number, places: readonly number[]): { from: string; report: Report } {
  const cells = places.flatMap((place) => variedReport.cells[place] ?? []);
  return { from: `${index}.json`, report: { ...sampleReport(cells), shard: { index, of, plan } } };
}

test('shards join into the very report of a run without shards, in whatever order they come', () => {
  const places = fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 });
  fc.assert(
    fc.property(places, fc.integer({ min: 1, max: 6 }), (order, of) => {
      const parts = Array.from({ length: of }, (_, index) =>
        shard(
          index + 1,
          of,
          order.filter((_, at) => at % of === index),
        ),
      );
      const joined = joinReports(parts.toReversed());
      expect(joined).toEqual({ report: variedReport, missing: [], absentShards: [], doubled: [] });
      expect(joinRemarks(joined)).toEqual([]);
    }),
  );
});

test('reports without a plan join in the order of scenarios and versions', () => {
  const cells = [sampleCell({ go: '1.9.7' }), sampleCell({ go: '1.10.8' }), sampleCell({ scenario: 'vcs-stamping' })];
  const parts = cells.map((cell, index) => ({ from: `${index}`, report: sampleReport([cell]) }));
  expect(joinReports(parts.toReversed()).report.cells).toEqual(cells);
});

describe('what is wrong with the parts is told apart:', () => {
  test('a cell that was planned and is in no report is missing', () => {
    const joined = joinReports([shard(1, 2, [0, 1]), shard(2, 2, [2, 3])]);
    expect(joinRemarks(joined)).toEqual(['missing: flock-nfs (go 1.26.8): it was planned, and no report has it']);
  });

  test('a shard without a report is named, with the cells that it would have had', () => {
    const joined = joinReports([shard(1, 3, [0, 1]), shard(3, 3, [2, 3])]);
    expect(joinRemarks(joined)).toEqual([
      'shard 2/3 is missing: no report is of it',
      'missing: flock-nfs (go 1.26.8): it was planned, and no report has it',
    ]);
  });

  test('a cell in two reports is doubled, and counts once', () => {
    const joined = joinReports([shard(1, 2, [0, 1, 2]), shard(2, 2, [2, 3, 4])]);
    expect(joined.report).toEqual(variedReport);
    expect(joinRemarks(joined)).toEqual([
      'doubled: gopls-daemon-lock (go 1.26.8, gopls 0.21.1, docker): it is in 1.json and 2.json; they agree',
    ]);
  });

  test('two reports that disagree of a cell do not pass for two that agree', () => {
    const other = { from: 'b', report: sampleReport([sampleCell({ verdict: 'not-reproduced', asExpected: false })]) };
    const joined = joinReports([{ from: 'a', report: sampleReport([sampleCell()]) }, other]);
    expect(joined.report.cells).toEqual([sampleCell()]);
    expect(joinRemarks(joined)).toEqual([
      'doubled: modcache-rename (go 1.26.8, docker): it is in a and b; they disagree, and the first one counts',
    ]);
  });

  test('the same cell on another runtime or filesystem is another cell', () => {
    const cells = [sampleCell(), sampleCell({ runtime: 'host' }), sampleCell({ fs: 'ext2/ext3' })];
    const joined = joinReports(cells.map((cell, index) => ({ from: `${index}`, report: sampleReport([cell]) })));
    expect(joined.report.cells).toHaveLength(3);
    expect(joined.doubled).toEqual([]);
  });
});

test('machines that differ are all named', () => {
  const host = { kernel: '6.12.0', docker: null };
  const { report } = joinReports([
    { from: 'a', report: sampleReport([]) },
    { from: 'b', report: { ...sampleReport([]), host } },
  ]);
  expect(report.host).toEqual({ kernel: '6.8.0, 6.12.0', docker: '29.1.0' });
});

test('a report is known by its form, and keeps what a later version adds', () => {
  const later = { ...variedReport, more: 1 };
  expect(asReport(later)).toEqual({ report: later });
  expect(asReport({ ...variedReport, cells: [{ scenario: 'a' }] })).toEqual({
    wrong: expect.stringMatching(/^cells\.0\.go: /),
  });
  expect(asReport([])).toMatchObject({ wrong: expect.any(String) });
});

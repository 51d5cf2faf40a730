import { expect, test } from 'vitest';
import { catalogue } from '../../../src/cli/catalogue.ts';
import { matrixVersions } from '../../../src/cli/matrix-versions.ts';
import { measuredCellMs, measuredTrialMs } from '../../../src/cli/measured-times.ts';
import { planCells, shardOf } from '../../../src/lab/plan.ts';

test('nearly every scenario has a measured time, and none that is gone has one', () => {
  const measured = catalogue.filter(({ id }) => measuredTrialMs(id) !== null);
  expect(measured.length / catalogue.length).toBeGreaterThan(0.9);
  for (const { id } of measured) expect(measuredTrialMs(id), id).toBeGreaterThan(100);
  expect(measuredTrialMs('a-scenario-of-mine')).toBeNull();
});

test.each([2, 8, 20])('%d shards of the whole catalogue take about as long, by the times that were measured', (of) => {
  const cells = planCells(catalogue, matrixVersions(), { full: true, go: null, gopls: null, shard: null });
  const timesBy = (costOf?: typeof measuredCellMs) =>
    Array.from({ length: of }, (_, index) =>
      shardOf(cells, { index: index + 1, of }, costOf).reduce((sum, cell) => sum + measuredCellMs(cell), 0),
    );
  const unevenness = (times: readonly number[]) => Math.max(...times) / Math.min(...times);
  expect(unevenness(timesBy(measuredCellMs))).toBeLessThan(1.05);
  // By number alone they do not.
  expect(unevenness(timesBy())).toBeGreaterThan(unevenness(timesBy(measuredCellMs)));
});

import { groupBy } from '../../group-by.ts';
import type { CellReport } from '../cell-report.ts';

const inVersionOrder = new Intl.Collator('en', { numeric: true });

/** Compares two versions part by part, numbers by value: 1.9 before 1.10. */
export function compareVersions(a: string, b: string): number {
  return inVersionOrder.compare(a, b);
}

/** The cells by scenario, both in an order independent of which trial ended first. */
export function byScenario(cells: readonly CellReport[]): ReadonlyMap<string, readonly CellReport[]> {
  const sorted = cells.toSorted(
    (a, b) =>
      compareVersions(a.scenario, b.scenario) ||
      compareVersions(a.go, b.go) ||
      compareVersions(a.gopls ?? '', b.gopls ?? '') ||
      compareVersions(a.runtime, b.runtime) ||
      compareVersions(a.fs ?? '', b.fs ?? ''),
  );
  return groupBy(sorted, (cell) => cell.scenario);
}

import type { CellReport } from '../lab/report.ts';

const inVersionOrder = new Intl.Collator('en', { numeric: true });

/** Compares two versions part by part, as numbers where they are numbers: 1.9 before 1.10. */
export function compareVersions(a: string, b: string): number {
  return inVersionOrder.compare(a, b);
}

/** Map.groupBy, which Node 20 has not. */
export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

/** The cells by scenario, both in an order that does not depend on which trial was done first. */
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

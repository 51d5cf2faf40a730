/** The matrix of claims and versions: a row a claim, a column a version, a square the cells of all runtimes. */
import { groupBy } from '../../../group-by.ts';
import type { CellReport } from '../../cell-report.ts';
import { byScenario, compareVersions } from '../by-scenario.ts';
import { type CellOutcome, cellOutcome } from '../outcome.ts';

export type Verdict = 'reproduced' | 'not reproduced' | 'inconclusive' | 'skipped';

export interface Grid {
  readonly what: 'go' | 'gopls';
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

/** A Go version, or a gopls version with its Go. */
export interface Column {
  readonly go: string;
  readonly gopls: string | null;
}

export interface Row {
  readonly scenario: string;
  readonly claim: string;
  readonly cells: readonly CellReport[];
  /** One per column; empty: the claim does not cover that version. */
  readonly squares: readonly (readonly CellReport[])[];
}

export function cellVerdict({ skipped, verdict }: CellReport): Verdict {
  if (skipped !== null) return 'skipped';
  if (verdict === 'not-reproduced') return 'not reproduced';
  return verdict ?? 'inconclusive';
}

/** The outcome of several cells: what needs a look outweighs the rest. */
export function worstOutcome(cells: readonly CellReport[]): CellOutcome {
  const outcomes = new Set(cells.map(cellOutcome));
  const order: readonly CellOutcome[] = ['differs', 'inconclusive', 'skipped', 'as-expected'];
  return order.find((outcome) => outcomes.has(outcome)) ?? 'as-expected';
}

/** "0.21.1 1.26.11": of the cells of one square. */
export function squareOf({ go, gopls }: Column): string {
  return gopls === null ? go : `${gopls} ${go}`;
}

/** One grid for the claims about go, one for those about gopls; a kind without claims has none. */
export function gridsOf(cells: readonly CellReport[]): readonly Grid[] {
  const scenarios = [...byScenario(cells)];
  return (['go', 'gopls'] as const).flatMap((what) => {
    const own = scenarios.filter(([, [first]]) => (first?.gopls === null) === (what === 'go'));
    if (own.length === 0) return [];
    const columns = columnsOf(own.flatMap(([, group]) => group));
    const rows = own.map(([scenario, group]): Row => {
      const bySquare = groupBy(group, squareOf);
      const squares = columns.map((column) => bySquare.get(squareOf(column)) ?? []);
      return { scenario, claim: group[0]?.claim ?? '', cells: group, squares };
    });
    return [{ what, columns, rows }];
  });
}

function columnsOf(cells: readonly CellReport[]): readonly Column[] {
  return [...groupBy(cells, squareOf).values()]
    .flatMap(([first]) => (first === undefined ? [] : [{ go: first.go, gopls: first.gopls }]))
    .sort((a, b) => compareVersions(a.gopls ?? '', b.gopls ?? '') || compareVersions(a.go, b.go));
}

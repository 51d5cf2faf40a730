/** What helps against a claim, over all its cells. */
import type { CellReport, MitigationReport } from '../../cell-report.ts';

export interface Help {
  readonly name: string;
  /** Where it was tried. */
  readonly tried: readonly Tried[];
  /** Those where it holds. */
  readonly holds: readonly Tried[];
}

export interface Tried {
  readonly cell: CellReport;
  readonly mitigation: MitigationReport;
}

/** Each mitigation that was tried, those that hold everywhere first, else in the report's order. */
export function helpOf(cells: readonly CellReport[]): readonly Help[] {
  const names = [...new Set(cells.flatMap(({ mitigations }) => mitigations.map(({ name }) => name)))];
  return names
    .map((name): Help => {
      const tried = cells.flatMap((cell) =>
        cell.mitigations
          .filter((mitigation) => mitigation.name === name && mitigation.verdict !== 'untested')
          .map((mitigation) => ({ cell, mitigation })),
      );
      return { name, tried, holds: tried.filter(({ mitigation }) => mitigation.verdict === 'holds') };
    })
    .filter(({ tried }) => tried.length > 0)
    .sort((a, b) => share(b) - share(a));
}

export function helps({ tried, holds }: Help): boolean {
  return holds.length === tried.length;
}

function share({ tried, holds }: Help): number {
  return holds.length / tried.length;
}

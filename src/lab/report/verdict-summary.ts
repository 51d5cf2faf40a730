/** The README's summary: counts of the claims, and the refuted ones. */
import type { CellReport, Report } from '../cell-report.ts';
import { byScenario } from './by-scenario.ts';
import { escapeMarkdown } from './markdown.ts';

/** Runs with equal outcomes give the same text. */
export function verdictSummary(report: Report): string {
  const scenarios = [...byScenario(report.cells)];
  const verdictsOf = (cells: readonly CellReport[]) => new Set(cells.map(({ verdict }) => verdict));
  const shown = scenarios.filter(([, cells]) => verdictsOf(cells).has('reproduced'));
  const everywhere = shown.filter(([, cells]) => verdictsOf(cells).size === 1);
  const refuted = scenarios.filter(([, cells]) => [...verdictsOf(cells)].every((one) => one === 'not-reproduced'));
  const counts = [
    `${everywhere.length} of ${scenarios.length} claims are true on every version tried`,
    `${shown.length - everywhere.length} on some`,
    `${refuted.length} on none`,
  ];
  return [
    `${counts.join(', ')}: [all of them, and what helps](docs/verdicts.md). Refuted on all versions:`,
    refuted.map(([, cells]) => `- ${escapeMarkdown(cells[0]?.claim ?? '')}`).join('\n'),
  ].join('\n\n');
}

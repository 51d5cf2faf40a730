/** The tables of docs/verdicts.md: one per contended resource, the first word of the scenario's id. */

import { groupBy } from '../../group-by.ts';
import type { CellReport, MitigationReport, Report } from '../cell-report.ts';
import { byScenario } from './by-scenario.ts';
import { escapeMarkdown, row } from './markdown.ts';
import { judgedWith, whereText } from './version-ranges.ts';
import { claimExpected, claimText, mitigationExpected, mitigationText } from './wording.ts';

/**
 * Each claim with its verdicts and versions, and the outcome of each remedy. Runs with equal outcomes give the
 * same text: no times, no trial counts, and of a fault's hits only whether there were any.
 */
export function verdictTable(report: Report): string {
  const subjects = groupBy([...byScenario(report.cells)], ([scenario]) => scenario.split('-')[0] ?? '');
  const tables = [...subjects].map(([subject, scenarios]) =>
    [
      `### ${escapeMarkdown(subject)}\n`,
      row(['claim', 'verdict', 'proposed remedies']),
      row(['---', '---', '---']),
      ...scenarios.map(([scenario, cells]) =>
        row([
          `**${escapeMarkdown(scenario)}**: ${escapeMarkdown(cells[0]?.claim ?? '')}`,
          verdictsMarkdown(cells, report),
          remediesText(cells, report),
        ]),
      ),
    ].join('\n'),
  );
  const runtimes = [...new Set(report.cells.map(({ runtime }) => runtime))].toSorted();
  const everywhere = runtimes.length < 2 ? '' : ` On ${runtimes.join(' and ')} unless one is named.`;
  return `${[...tables, escapeMarkdown(`${judgedWith(report.cells)}${everywhere}`)].join('\n\n')}\n`;
}

/** "**reproduced**: Go 1.14–1.26<br>**not reproduced**: Go 1.13" */
export function verdictsMarkdown(cells: readonly CellReport[], report: Report): string {
  const texts = groupBy(cells, (cell) => claimText(cell) + claimExpected(cell));
  return [...texts]
    .toSorted(([a], [b]) => inVerdictOrder(a, b))
    .map(([text, group]) => `**${escapeMarkdown(text)}**: ${escapeMarkdown(whereText(group, report.cells))}`)
    .join('<br>');
}

/** "**holds**: run it again<br>**fails**: GOSUMDB=off (Go 1.13)". Names versions only if not all agree. */
export function remediesText(cells: readonly CellReport[], report: Report): string {
  const names = [...new Set(cells.flatMap(({ mitigations }) => mitigations.map(({ name }) => name)))];
  const outcomes = names.flatMap((name) => {
    const arms = cells.flatMap((cell) =>
      cell.mitigations.filter((mitigation) => mitigation.name === name).map((mitigation) => ({ cell, mitigation })),
    );
    const tested = arms.filter(({ mitigation }) => mitigation.verdict !== 'untested');
    const told = tested.length === 0 ? arms : tested;
    const texts = groupBy(told, ({ cell, mitigation }) => steadyText(cell, mitigation));
    return [...texts].map(([text, group]) => {
      const where = whereText(
        group.map(({ cell }) => cell),
        report.cells,
      );
      return { text, name: escapeMarkdown(group.length === told.length ? name : `${name} (${where})`) };
    });
  });
  return [...groupBy(outcomes, ({ text }) => text)]
    .toSorted(([a], [b]) => inVerdictOrder(a, b))
    .map(([text, group]) => `**${escapeMarkdown(text)}**: ${group.map(({ name }) => name).join('; ')}`)
    .join('<br>');
}

/** Without the number of hits, which varies between runs. */
function steadyText(cell: CellReport, mitigation: MitigationReport): string {
  const expected = mitigationExpected(cell, mitigation);
  if (mitigation.verdict === 'fails') return `fails${expected}`;
  if (mitigation.verdict !== 'holds' || mitigation.hits === null) return mitigationText(cell, mitigation) + expected;
  return `holds, ${mitigation.hits === 0 ? 'avoids it' : 'survives it'}${expected}`;
}

const verdictOrder = ['reproduced', 'not reproduced', 'holds', 'fails', 'untested', 'inconclusive', 'skipped'];

function inVerdictOrder(a: string, b: string): number {
  const rank = (text: string) => verdictOrder.findIndex((verdict) => text.startsWith(verdict));
  return rank(a) - rank(b) || (a < b ? -1 : 1);
}

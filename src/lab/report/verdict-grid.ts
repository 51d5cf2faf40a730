import Table from 'cli-table3';
import type { Palette } from '../../terminal/output.ts';
import { plainLine } from '../../terminal/plain-text.ts';
import type { CellReport } from '../cell-report.ts';
import { byScenario } from './by-scenario.ts';
import { type CellOutcome, claimOutcome, mitigationOutcome, summaryLine } from './outcome.ts';
import {
  claimExpected,
  claimText,
  mitigationExpected,
  mitigationSign,
  mitigationText,
  outcomeSign,
  remarks,
  trialsText,
  versionsText,
} from './wording.ts';

/** The narrowest usable table; a narrower terminal wraps it. */
const minColumns = 72;
const padding = 2;

/**
 * The final table: a block per scenario with its claim above and the mitigations below each cell, then the
 * unexpected verdicts with reasons, then the summary. Fits `columns`; ends with a newline.
 */
export function verdictGrid(cells: readonly CellReport[], columns: number, palette: Palette): string {
  const notes = cells.flatMap((cell) => remarks(cell).map(({ outcome, text }) => paint(palette, outcome, text)));
  return [
    ...(cells.length === 0 ? [] : [grid(cells, columns, palette)]),
    ...notes,
    palette.bold(summaryLine(cells)),
    '',
  ].join('\n');
}

/** The text with its sign and colour. */
function paint(palette: Palette, outcome: CellOutcome, text: string, sign = outcomeSign[outcome]): string {
  const signed = `${sign} ${text}`;
  if (sign === outcomeSign.skipped) return palette.gray(signed);
  if (outcome === 'as-expected') return palette.green(signed);
  if (outcome === 'differs') return palette.red(signed);
  return palette.yellow(signed);
}

function grid(cells: readonly CellReport[], columns: number, palette: Palette): string {
  const colWidths = widths(cells, columns);
  const table = new Table({
    head: ['scenario', 'go (gopls)', 'runtime', 'verdict', 'present/\nabsent/\nunknown', 'hits'],
    colWidths,
    wordWrap: true,
    style: { head: [], border: [] },
  });
  const put = (text: string, width: number) => breakLongWords(text, width - padding);
  const [scenarioWidth, versionsWidth, runtimeWidth, verdictWidth] = colWidths;
  const whole = colWidths.reduce((sum, width) => sum + width);
  const beside = scenarioWidth + versionsWidth + runtimeWidth;
  for (const [scenario, group] of byScenario(cells)) {
    const claim = put(plainLine(group[0]?.claim ?? ''), whole);
    table.push([{ content: palette.bold(claim), colSpan: colWidths.length }]);
    for (const cell of group) {
      const verdict = put(claimText(cell) + claimExpected(cell), verdictWidth);
      table.push([
        put(scenario, scenarioWidth),
        put(versionsText(cell), versionsWidth),
        cell.runtime,
        paint(palette, claimOutcome(cell), verdict),
        cell.baseline === null ? '' : trialsText(cell.baseline),
        { content: cell.baseline?.hits ?? '', hAlign: 'right' },
      ]);
      for (const mitigation of cell.mitigations) {
        const text = mitigationText(cell, mitigation) + mitigationExpected(cell, mitigation);
        table.push([
          { content: put(`  ↳ ${plainLine(mitigation.name)}`, beside), colSpan: 3 },
          paint(
            palette,
            mitigationOutcome(cell, mitigation),
            put(text, verdictWidth),
            mitigationSign(cell, mitigation),
          ),
          trialsText(mitigation),
          { content: mitigation.hits ?? '', hAlign: 'right' },
        ]);
      }
    }
  }
  return table.toString();
}

/** The widths of the six columns with padding. Verdict and scenario shrink first, then gopls moves below Go. */
function widths(cells: readonly CellReport[], columns: number): [number, number, number, number, number, number] {
  const widest = (texts: readonly string[]) => Math.max(...texts.map((text) => text.length)) + padding;
  const hits = widest(['hits', ...cells.flatMap((c) => [c.baseline, ...c.mitigations]).map((t) => `${t?.hits ?? ''}`)]);
  const runtime = widest(['runtime', ...cells.map((cell) => cell.runtime)]);
  const trials = widest([
    'present/',
    ...cells.flatMap((c) => [c.baseline, ...c.mitigations]).map((t) => (t ? trialsText(t) : '')),
  ]);
  const borders = 7;
  const fixed = runtime + trials + hits + borders;
  const wideVersions = widest(['go (gopls)', ...cells.map(versionsText)]);
  const narrowVersions = widest(['(gopls)', ...cells.flatMap((cell) => versionsText(cell).split(' '))]);
  const available = Math.max(columns, minColumns) - fixed;
  const versions = available - wideVersions >= 50 ? wideVersions : narrowVersions;
  const wideScenario = widest(['scenario', ...cells.map((cell) => cell.scenario)]);
  const wideVerdict = widest([
    'verdict',
    ...cells.flatMap((cell) => [
      `  ${claimText(cell)}${claimExpected(cell)}`,
      ...cell.mitigations.map((m) => `  ${mitigationText(cell, m)}${mitigationExpected(cell, m)}`),
    ]),
  ]);
  const rest = available - versions;
  const scenario = Math.min(wideScenario, Math.max(Math.floor(rest / 2), rest - wideVerdict));
  return [scenario, versions, runtime, Math.min(wideVerdict, rest - scenario), trials, hits];
}

/** cli-table3 wraps between words and cuts a word wider than its column, so this breaks such words. */
function breakLongWords(text: string, width: number): string {
  return text.replace(new RegExp(`\\S{${width}}(?=\\S)`, 'gu'), '$&\n');
}

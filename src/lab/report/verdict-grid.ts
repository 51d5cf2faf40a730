import Table from 'cli-table3';
import type { Palette } from '../../terminal/output.ts';
import { plainLine } from '../../terminal/plain-text.ts';
import { wrapText } from '../../terminal/wrap.ts';
import type { CellReport, Tally } from '../cell-report.ts';
import { byScenario } from './by-scenario.ts';
import { figuresLegend, legend } from './legend.ts';
import { type CellOutcome, claimOutcome, mitigationOutcome, summaryLine } from './outcome.ts';
import {
  claimExpected,
  claimText,
  hitsText,
  mitigationExpected,
  mitigationSign,
  mitigationText,
  outcomeSign,
  placeText,
  remarks,
  trialsText,
  versionsText,
} from './wording.ts';

const padding = 2;

/**
 * Every verdict: a block per scenario with its claim above and the mitigations below each cell, then the unexpected
 * verdicts with reasons, then the summary. A table where each word fits into its column, else a list. Fits
 * `columns`; ends with a newline.
 */
export function verdictGrid(cells: readonly CellReport[], columns: number, palette: Palette): string {
  const notes = cells.flatMap((cell) => remarks(cell).map(({ outcome, text }) => paint(palette, outcome, text)));
  const colWidths = cells.length === 0 ? null : widths(cells, columns);
  // The column of hits is always there.
  const words = legend(['0 hits', ...cells.flatMap((cell) => [claimText(cell), ...mitigationTexts(cell)])].join('\n'));
  const legends = cells.length === 0 ? [] : [words, figuresLegend];
  return [
    ...(colWidths === null
      ? verdictList(cells, palette).map((line) => wrapText(line, columns))
      : [grid(cells, colWidths, palette)]),
    ...notes.map((note) => wrapText(note, columns)),
    ...legends.map((line) => palette.dim(wrapText(line, columns))),
    palette.bold(summaryLine(cells)),
    '',
  ].join('\n');
}

function mitigationTexts(cell: CellReport): readonly string[] {
  return cell.mitigations.map((mitigation) => mitigationText(cell, mitigation) + mitigationExpected(cell, mitigation));
}

/** For a narrow window. */
function verdictList(cells: readonly CellReport[], palette: Palette): readonly string[] {
  const figures = (tally: Tally | null) =>
    tally === null ? '' : ` (${trialsText(tally)}${tally.hits === null ? '' : `, ${hitsText(tally.hits)}`})`;
  return [...byScenario(cells)].flatMap(([scenario, group]) => [
    palette.bold(`${scenario}: ${plainLine(group[0]?.claim ?? '')}`),
    ...group.flatMap((cell) => [
      `  ${paint(palette, claimOutcome(cell), `${placeText(cell)}: ${claimText(cell)}${claimExpected(cell)}`)}${figures(cell.baseline)}`,
      ...cell.mitigations.map((mitigation, index) => {
        const text = `${plainLine(mitigation.name)}: ${mitigationTexts(cell)[index]}`;
        const painted = paint(palette, mitigationOutcome(cell, mitigation), text, mitigationSign(cell, mitigation));
        return `    ${painted}${figures(mitigation)}`;
      }),
    ]),
  ]);
}

/** The text with its sign and colour. */
function paint(palette: Palette, outcome: CellOutcome, text: string, sign = outcomeSign[outcome]): string {
  const signed = `${sign} ${text}`;
  if (sign === outcomeSign.skipped) return palette.gray(signed);
  if (outcome === 'as-expected') return palette.green(signed);
  if (outcome === 'differs') return palette.red(signed);
  return palette.yellow(signed);
}

type Widths = readonly [number, number, number, number, number, number];

function grid(cells: readonly CellReport[], colWidths: Widths, palette: Palette): string {
  const table = new Table({
    head: ['scenario', 'go (gopls)', 'runtime', 'verdict', 'present/\nabsent/\nunknown', 'hits'],
    colWidths: [...colWidths],
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
      for (const [index, mitigation] of cell.mitigations.entries()) {
        const text = mitigationTexts(cell)[index] ?? '';
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

/**
 * The widths of the six columns with padding. Verdict and scenario shrink first, then gopls moves below Go. null: a
 * word would have to be broken.
 */
function widths(cells: readonly CellReport[], columns: number): Widths | null {
  const widest = (texts: readonly string[]) => Math.max(...texts.map((text) => text.length)) + padding;
  const tallies = cells.flatMap((cell) => [cell.baseline, ...cell.mitigations]);
  const hits = widest(['hits', ...tallies.map((tally) => `${tally?.hits ?? ''}`)]);
  const runtime = widest(['runtime', ...cells.map((cell) => cell.runtime)]);
  const trials = widest(['present/', ...tallies.map((tally) => (tally ? trialsText(tally) : ''))]);
  const borders = 7;
  const available = columns - runtime - trials - hits - borders;
  const wideVersions = widest(['go (gopls)', ...cells.map(versionsText)]);
  const narrowVersions = widest(['(gopls)', ...cells.flatMap((cell) => versionsText(cell).split(' '))]);
  const versions = available - wideVersions >= 50 ? wideVersions : narrowVersions;
  const scenario = widest(['scenario', ...cells.map((cell) => cell.scenario)]);
  const texts = cells.flatMap((cell) => [`${claimText(cell)}${claimExpected(cell)}`, ...mitigationTexts(cell)]);
  const sign = 2;
  const verdict = Math.min(widest(['verdict', ...texts]) + sign, available - versions - scenario);
  const longestWord = widest(['verdict', ...texts.flatMap((text) => text.split(' '))]) + sign;
  return verdict < longestWord ? null : [scenario, versions, runtime, verdict, trials, hits];
}

/** cli-table3 wraps between words and cuts a word wider than its column, such as a path in a claim, so this breaks it. */
function breakLongWords(text: string, width: number): string {
  return text.replace(new RegExp(`\\S{${width}}(?=\\S)`, 'gu'), '$&\n');
}

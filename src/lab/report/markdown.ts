import { UserError } from '../../errors.ts';
import { plainLine } from '../../terminal/plain-text.ts';
import type { CellReport, Report } from '../cell-report.ts';
import { byScenario } from './by-scenario.ts';
import { claimOutcome, summaryLine } from './outcome.ts';
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

/** The whole report for a job summary: unexpected verdicts first, then a table with reasons per scenario. */
export function markdownReport(report: Report): string {
  const notes = report.cells
    .flatMap(remarks)
    .map(({ outcome, text }) => `- ${outcomeSign[outcome]} ${escapeMarkdown(text)}`);
  const host = `unlatch ${report.unlatch}, kernel ${report.host.kernel}, docker ${report.host.docker ?? 'none'}`;
  return `${[
    '## unlatch: verdicts',
    `**${summaryLine(report.cells)}**`,
    ...(notes.length === 0 ? [] : [notes.join('\n')]),
    ...[...byScenario(report.cells)].map(([scenario, cells]) => section(scenario, cells)),
    escapeMarkdown(host),
  ].join('\n\n')}\n`;
}

function section(scenario: string, cells: readonly CellReport[]): string {
  const rows = cells.flatMap((cell) => [
    row([
      escapeMarkdown(versionsText(cell)),
      escapeMarkdown(cell.fs === null ? cell.runtime : `${cell.runtime}, ${cell.fs}`),
      `${outcomeSign[claimOutcome(cell)]} ${escapeMarkdown(claimText(cell) + claimExpected(cell))}`,
      cell.baseline === null ? '' : trialsText(cell.baseline),
      String(cell.baseline?.hits ?? ''),
    ]),
    ...cell.mitigations.map((mitigation) =>
      row([
        `↳ ${escapeMarkdown(mitigation.name)}`,
        '',
        `${mitigationSign(cell, mitigation)} ${escapeMarkdown(mitigationText(cell, mitigation) + mitigationExpected(cell, mitigation))}`,
        trialsText(mitigation),
        String(mitigation.hits ?? ''),
      ]),
    ),
  ]);
  const whys = cells.flatMap((cell) => [
    ...(cell.baseline === null ? [] : [why(cell, 'baseline', cell.baseline.why)]),
    ...cell.mitigations.map((mitigation) => why(cell, mitigation.name, mitigation.why)),
  ]);
  return [
    `### ${escapeMarkdown(scenario)}`,
    `Claim: ${escapeMarkdown(cells[0]?.claim ?? '')}<br>Source: ${escapeMarkdown(cells[0]?.source ?? '')}`,
    [
      row(['go (gopls)', 'runtime', 'verdict', 'present/absent/unknown', 'hits']),
      row(['---', '---', '---', '---', '---:']),
      ...rows,
    ].join('\n'),
    ...(whys.length === 0 ? [] : [`<details><summary>Why</summary>\n\n${whys.join('\n')}\n\n</details>`]),
  ].join('\n\n');
}

function why(cell: CellReport, arm: string, text: string): string {
  return `- ${escapeMarkdown(versionsText(cell))}, ${cell.runtime}, ${escapeMarkdown(arm)}: ${escapeMarkdown(text)}`;
}

/**
 * Replaces the text between the two markers of that name.
 * @throws UserError unless both markers occur once and in order.
 */
export function replaceGenerated(readme: string, name: string, text: string): string {
  const begin = `<!-- ${name}:begin -->`;
  const end = `<!-- ${name}:end -->`;
  const [before, rest, tooMany] = readme.split(begin);
  const [between, after, tooManyEnds] = (rest ?? '').split(end);
  if (before === undefined || rest === undefined || between === undefined || after === undefined) {
    throw new UserError(`No place for the ${name}: add the lines "${begin}" and "${end}", in this order.`);
  }
  if (tooMany !== undefined || tooManyEnds !== undefined || before.includes(end)) {
    throw new UserError(`More than one place for the ${name}: keep one "${begin}" and one "${end}".`);
  }
  return `${before}${begin}\n\n${text.trim()}\n\n${end}${after}`;
}

export function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/**
 * The text on one line without markup. CommonMark escapes ASCII punctuation with a backslash. Dollar signs need
 * tags instead, since GitHub reads a pair of them as mathematics
 * (https://docs.github.com/get-started/writing-on-github/working-with-advanced-formatting/writing-mathematical-expressions).
 */
export function escapeMarkdown(text: string): string {
  return plainLine(text)
    .replace(/[\\`*_[\]<>|~&]/g, '\\$&')
    .replace(/\$/g, '<span>$$</span>');
}

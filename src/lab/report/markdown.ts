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

/** What a report has besides its cells. */
export interface MarkdownExtras {
  /** What is wrong with the report as a whole. */
  readonly remarks?: readonly string[];
  /** A drawing of the first trial that differs, in Markdown. */
  readonly timeline?: string | null;
  /** The default is what GitHub takes as the summary of a step. */
  readonly mostBytes?: number;
}

/** https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#step-isolation-and-limits */
const githubBytes = 1024 * 1024;

/**
 * The report for a job summary: unexpected verdicts first, then a table with reasons per scenario. A report that is
 * too long leaves out first the reasons of what is as expected, then its tables, and says so.
 */
export function markdownReport(report: Report, extras: MarkdownExtras = {}): string {
  const { mostBytes = githubBytes } = extras;
  const scenarios = [...byScenario(report.cells)];
  const isOdd = (cells: readonly CellReport[]) => cells.some((cell) => remarks(cell).length > 0);
  const odd = scenarios.filter(([, cells]) => isOdd(cells));
  const short = (left: string) => `_Left out, to fit into a job summary: ${left}. The JSON report has it all._`;
  const sections = (chosen: typeof scenarios, withReasons: (cells: readonly CellReport[]) => boolean) =>
    chosen.map(([scenario, cells]) => section(scenario, cells, withReasons(cells)));
  const whole = page(
    report,
    extras,
    sections(scenarios, () => true),
  );
  if (Buffer.byteLength(whole) <= mostBytes) return whole;
  const shorter = [
    () => [short('the reasons of what is as expected'), ...sections(scenarios, isOdd)],
    () => [short('the tables of what is as expected'), ...sections(odd, () => true)],
    () => [short('all tables')],
  ];
  for (const parts of shorter) {
    const text = page(report, extras, parts());
    if (Buffer.byteLength(text) <= mostBytes) return text;
  }
  return page(report, { ...extras, timeline: null }, [short('all tables, and some of the surprises')], mostBytes);
}

function page(
  report: Report,
  { remarks: wrong = [], timeline }: MarkdownExtras,
  sections: readonly string[],
  mostBytes = Number.POSITIVE_INFINITY,
): string {
  const notes = [
    ...wrong.map((text) => `- ${outcomeSign.differs} ${escapeMarkdown(text)}`),
    ...report.cells.flatMap(remarks).map(({ outcome, text }) => `- ${outcomeSign[outcome]} ${escapeMarkdown(text)}`),
  ];
  const host = `unlatch ${report.unlatch}, kernel ${report.host.kernel}, docker ${report.host.docker ?? 'none'}`;
  const pageOf = (shown: readonly string[]) =>
    `${[
      '## unlatch: verdicts',
      `**${summaryLine(report.cells)}**`,
      ...(shown.length === 0 ? [] : [shown.join('\n')]),
      ...(timeline == null ? [] : [`The first trial that differs:\n\n${timeline}`]),
      ...sections,
      escapeMarkdown(host),
    ].join('\n\n')}\n`;
  let left = mostBytes - Buffer.byteLength(pageOf([]));
  const fitting = notes.findIndex((note) => {
    left -= Buffer.byteLength(note) + 2;
    return left < 0;
  });
  return pageOf(fitting < 0 ? notes : notes.slice(0, fitting));
}

function section(scenario: string, cells: readonly CellReport[], withReasons: boolean): string {
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
    ...(whys.length === 0 || !withReasons
      ? []
      : [`<details><summary>Why</summary>\n\n${whys.join('\n')}\n\n</details>`]),
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

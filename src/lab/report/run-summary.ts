/** What a run or a check came to, on one screen. */
import { groupBy } from '../../group-by.ts';
import type { Palette } from '../../terminal/output.ts';
import { plainLine } from '../../terminal/plain-text.ts';
import { wrapText } from '../../terminal/wrap.ts';
import type { CellReport } from '../cell-report.ts';
import { byScenario } from './by-scenario.ts';
import { legend } from './legend.ts';
import { type CellOutcome, cellOutcome, summaryLine } from './outcome.ts';
import { claimText, hitsText, outcomeSign, remarks } from './wording.ts';

/** With more scenarios than this, a line for each would push the news off the screen. */
const mostLines = 12;

/**
 * The surprises with their reasons, then the counts, then what was seen: a line for each scenario, or, of many, a
 * paragraph for each verdict. Ends with the meanings of its words and a newline.
 * @param columns Infinity: breaks no line.
 */
export function runSummary(cells: readonly CellReport[], columns: number, palette: Palette): string {
  const scenarios = byScenario(cells);
  const surprises = cells.flatMap((cell) =>
    remarks(cell).map(({ outcome, text }) => paintOf(palette)[outcome](`${outcomeSign[outcome]} ${text}`)),
  );
  const seen = scenarios.size > mostLines ? verdictLines(scenarios) : scenarioLines(scenarios, palette);
  const lines = [...surprises, palette.bold(summaryLine(cells)), ...seen];
  const words = legend(seen.join('\n'));
  return [...lines, ...(words === '' ? [] : [palette.dim(words)])]
    .map((line) => `${wrapText(line, columns)}\n`)
    .join('');
}

export function paintOf(palette: Palette): Readonly<Record<CellOutcome, (text: string) => string>> {
  return {
    'as-expected': palette.green,
    differs: palette.red,
    inconclusive: palette.yellow,
    skipped: palette.gray,
  };
}

type Scenarios = ReadonlyMap<string, readonly CellReport[]>;

function scenarioLines(scenarios: Scenarios, palette: Palette): readonly string[] {
  const width = Math.max(0, ...Array.from(scenarios.keys(), (name) => name.length));
  return [...scenarios].map(([name, group]) => {
    const outcome = worst(group);
    return `${paintOf(palette)[outcome](outcomeSign[outcome])} ${name.padEnd(width)}  ${verdicts(group)}`;
  });
}

/** "reproduced (2): modcache-rename, vcs-stamping" */
function verdictLines(scenarios: Scenarios): readonly string[] {
  const kindOf = (cells: readonly CellReport[]) => {
    const texts = [...new Set(cells.map(claimText))];
    const judged = texts.filter((text) => !text.startsWith('skipped'));
    if (judged.length === 0) return texts.join('; ');
    return judged.length === 1 ? (judged[0] ?? '') : `${judged.toSorted().join(' and ')}, by version`;
  };
  return [...groupBy([...scenarios], ([, cells]) => kindOf(cells))].map(
    ([kind, group]) => `${kind} (${group.length}): ${group.map(([name]) => name).join(', ')}`,
  );
}

const byGravity: readonly CellOutcome[] = ['differs', 'inconclusive', 'skipped', 'as-expected'];

function worst(cells: readonly CellReport[]): CellOutcome {
  const outcomes = cells.map(cellOutcome);
  return byGravity.find((outcome) => outcomes.includes(outcome)) ?? 'as-expected';
}

/** "reproduced (3 of 3 trials, 12 hits)" of one cell. */
function claimWithFigures(cell: CellReport): string {
  const { baseline } = cell;
  if (baseline === null) return claimText(cell);
  const trials = baseline.present + baseline.absent + baseline.unknown;
  const hits = baseline.hits === null ? '' : `, ${hitsText(baseline.hits)}`;
  return `${claimText(cell)} (${baseline.present} of ${trials} ${trials === 1 ? 'trial' : 'trials'}${hits})`;
}

/** "reproduced ×8, not reproduced ×1; helps: run it again; does not help, as expected: GOSUMDB=off" */
function verdicts(cells: readonly CellReport[]): string {
  const [only, ...others] = cells;
  const claims =
    only !== undefined && others.length === 0
      ? claimWithFigures(only)
      : [...groupBy(cells, claimText)].map(([text, { length }]) => `${text} ×${length}`).join(', ');
  const remedies = groupBy(
    cells.flatMap(({ mitigations }) => mitigations),
    ({ name }) => plainLine(name),
  );
  const effects = groupBy([...remedies], ([, reports]) => effectOf(reports));
  const texts = ['helps', 'helps on some versions', 'does not help', 'does not help, as expected'].flatMap((effect) => {
    const names = effects.get(effect)?.map(([name]) => name) ?? [];
    return names.length === 0 ? [] : [`${effect}: ${names.join(', ')}`];
  });
  return [claims, ...texts].join('; ');
}

/** What to expect of a remedy, from all that it did: one that holds only on some versions is no remedy to count on. */
function effectOf(reports: readonly { readonly verdict: string; readonly expect: string }[]): string {
  const tried = reports.filter(({ verdict }) => verdict === 'holds' || verdict === 'fails');
  if (tried.length === 0) return '';
  const holding = tried.filter(({ verdict }) => verdict === 'holds').length;
  if (holding === tried.length) return 'helps';
  if (holding > 0) return 'helps on some versions';
  return tried.every(({ expect }) => expect === 'fails') ? 'does not help, as expected' : 'does not help';
}

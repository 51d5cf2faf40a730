import { groupBy } from '../../group-by.ts';
import type { Palette } from '../../terminal/output.ts';
import type { CellReport } from '../cell-report.ts';
import { byScenario } from './by-scenario.ts';
import { type CellOutcome, cellOutcome, summaryLine } from './outcome.ts';
import { claimText, outcomeSign, remarks } from './wording.ts';

/**
 * Many cells on one screen: the counts, then each unexpected verdict with its reason, then one line per
 * scenario. Ends with a newline.
 */
export function checkSummary(cells: readonly CellReport[], palette: Palette): string {
  const scenarios = byScenario(cells);
  const paint: Readonly<Record<CellOutcome, (text: string) => string>> = {
    'as-expected': palette.green,
    differs: palette.red,
    inconclusive: palette.yellow,
    skipped: palette.gray,
  };
  const surprises = cells.flatMap((cell) =>
    remarks(cell).map(({ outcome, text }) => paint[outcome](`${outcomeSign[outcome]} ${text}`)),
  );
  const width = Math.max(0, ...Array.from(scenarios.keys(), (name) => name.length));
  const lines = [...scenarios].map(([name, group]) => {
    const outcome = worst(group);
    return `${paint[outcome](outcomeSign[outcome])} ${name.padEnd(width)}  ${verdicts(group)}`;
  });
  return [palette.bold(summaryLine(cells)), ...surprises, ...lines, ''].join('\n');
}

const byGravity: readonly CellOutcome[] = ['differs', 'inconclusive', 'skipped', 'as-expected'];

function worst(cells: readonly CellReport[]): CellOutcome {
  const outcomes = cells.map(cellOutcome);
  return byGravity.find((outcome) => outcomes.includes(outcome)) ?? 'as-expected';
}

/** "reproduced ×8, not reproduced ×1; 3 remedies hold, 2 do not help" */
function verdicts(cells: readonly CellReport[]): string {
  const claims = [...groupBy(cells, claimText)].map(([text, { length }]) => `${text} ×${length}`).join(', ');
  const names = new Map<string, boolean>();
  for (const { name, verdict } of cells.flatMap(({ mitigations }) => mitigations)) {
    // A mitigation that holds only on some versions is no remedy to count on.
    if (verdict === 'holds' || verdict === 'fails') names.set(name, verdict === 'holds' && names.get(name) !== false);
  }
  const holding = [...names.values()].filter((holds) => holds).length;
  const idle = names.size - holding;
  const remedies = [
    ...(holding === 0 ? [] : [`${holding} ${holding === 1 ? 'remedy holds' : 'remedies hold'}`]),
    ...(idle === 0
      ? []
      : [
          holding === 0
            ? `${idle} ${idle === 1 ? 'remedy does' : 'remedies do'} not help`
            : `${idle} ${idle === 1 ? 'does' : 'do'} not help`,
        ]),
  ];
  return remedies.length === 0 ? claims : `${claims}; ${remedies.join(', ')}`;
}

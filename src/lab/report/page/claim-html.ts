import { groupBy } from '../../../group-by.ts';
import { escapeHtml } from '../../../page/escape-html.ts';
import type { CellReport } from '../../cell-report.ts';
import { whereText } from '../version-ranges.ts';
import { claimExpected, claimText } from '../wording.ts';
import { type Help, helpOf, helps } from './helping.ts';
import { shapeOf, whereWord } from './matrix-html.ts';
import { cellVerdict, type Row, worstOutcome } from './squares.ts';

/** A claim, closed: its source, where it is true, what helps. The script adds its cells when it is opened. */
export function claimHtml(row: Row, all: readonly CellReport[]): string {
  const { cells, scenario, claim } = row;
  const id = escapeHtml(scenario);
  const verdicts = [...groupBy(cells, (cell) => claimText(cell) + claimExpected(cell))].map(
    ([text, group]) => `<li><b>${escapeHtml(text)}</b>: ${escapeHtml(whereText(group, all))}</li>`,
  );
  const help = helpOf(cells);
  const lists = [
    ['What helps', help.filter(helps)],
    ['What does not', help.filter((one) => !helps(one))],
  ] as const;
  return `<details class="claim" id="${id}"><summary><span class="shape ${worstOutcome(cells)}" aria-hidden="true">${shapeOf[shapeName(cells)]}</span> <b>${id}</b> <span class="soft">${escapeHtml(claim)}</span></summary>
<p>${escapeHtml(claim)}</p><p class="soft">Source: ${escapeHtml(cells[0]?.source ?? '')}</p>
<ul class="where">${verdicts.join('')}</ul>
${lists.map(([title, own]) => (own.length === 0 ? '' : `<h3>${title}</h3><ul>${own.map((one) => helpHtml(one, all)).join('')}</ul>`)).join('')}
<div class="cells" data-claim="${id}"></div></details>
`;
}

/** "✓ GOPROXY=off", "✗ GOFLAGS=-mod=mod, but on Go 1.13". */
function helpHtml(help: Help, all: readonly CellReport[]): string {
  const sign = helps(help) ? '✓' : help.holds.length === 0 ? '–' : '◐';
  const where =
    helps(help) || help.holds.length === 0
      ? ''
      : ` <span class="soft">(only ${escapeHtml(
          whereText(
            help.holds.map(({ cell }) => cell),
            all,
          ),
        )})</span>`;
  return `<li>${sign} ${escapeHtml(help.name)}${where}</li>`;
}

function shapeName(cells: readonly CellReport[]): keyof typeof shapeOf {
  const where = whereWord(cells);
  if (where === 'some') return 'mixed';
  if (where === 'all') return 'reproduced';
  if (where === 'none') return 'not reproduced';
  return cells.every((cell) => cellVerdict(cell) === 'skipped') ? 'skipped' : 'inconclusive';
}

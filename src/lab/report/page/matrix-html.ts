import { escapeHtml } from '../../../page/escape-html.ts';
import type { CellReport } from '../../cell-report.ts';
import { cellOutcome } from '../outcome.ts';
import { claimExpected, claimText } from '../wording.ts';
import { helpOf, helps } from './helping.ts';
import { type Column, cellVerdict, type Grid, type Row, squareOf, type Verdict, worstOutcome } from './squares.ts';

/** Told by shape, so that they can be told without colour. */
export const shapeOf: Readonly<Record<Verdict | 'mixed', string>> = {
  reproduced: '●',
  'not reproduced': '○',
  inconclusive: '?',
  skipped: '–',
  mixed: '◐',
};

/** A wide screen shows so many columns of tables. */
const columnsOfPage = 3;
/** So many rows fit a screen of 900 lines without a cut. */
const rowsOfScreen = 34;
/** The caption and the heading of a table take as much room as so many rows. */
const rowsOfHeading = 2;
/** Fewer rows of a table at the foot of a column look lost. */
const rowsAtLeast = 4;

export function matrixHtml(grids: readonly Grid[]): string {
  return `<p class="legend"><span>● reproduced: the claim is true</span> <span>○ not reproduced</span> <span>◐ depends on the runtime</span> <span>? inconclusive</span> <span>– skipped</span> <span><b class="bang">!</b> not as expected</span> <span>· not covered</span></p>
<div class="grids">${partsOf(grids).map(partHtml).join('')}</div>
`;
}

interface Part {
  readonly grid: Grid;
  readonly rows: readonly Row[];
  /** ", part 1 of 2" */
  readonly which: string;
}

/** Cuts the tables where a column of the page is full, so that the columns are about as long. */
function partsOf(grids: readonly Grid[]): readonly Part[] {
  const rows = grids.reduce((sum, grid) => sum + grid.rows.length, 0);
  const headings = rowsOfHeading * (grids.length + columnsOfPage - 1);
  const column = rows <= rowsOfScreen ? Number.POSITIVE_INFINITY : Math.ceil((rows + headings) / columnsOfPage);
  let room = column;
  return grids.flatMap((grid) => {
    const cuts: (readonly Row[])[] = [];
    for (let at = 0; at < grid.rows.length; ) {
      if (room < rowsOfHeading + rowsAtLeast) room = column;
      const part = grid.rows.slice(at, at + room - rowsOfHeading);
      cuts.push(part);
      at += part.length;
      room -= part.length + rowsOfHeading;
    }
    return cuts.map((part, index) => ({
      grid,
      rows: part,
      which: cuts.length === 1 ? '' : `, part ${index + 1} of ${cuts.length}`,
    }));
  });
}

function partHtml({ grid, rows, which }: Part): string {
  const heads = grid.columns.map((column) => headHtml(column, grid.columns)).join('');
  return `<table class="grid"><caption>Claims about ${grid.what}${which}</caption>
<thead><tr><th scope="col">${grid.what} version</th>${heads}<th scope="col">true</th><th scope="col" class="helps">what helps</th></tr></thead>
<tbody>
${rows.map((row) => rowHtml(row, grid.columns)).join('')}</tbody></table>
`;
}

function headHtml(column: Column, all: readonly Column[]): string {
  const version = column.gopls ?? column.go;
  const minor = /^\d+\.\d+/.exec(version)?.[0] ?? version;
  const alone = all.filter((other) => (other.gopls ?? other.go).startsWith(`${minor}.`)).length === 1;
  return `<th scope="col" class="v"><abbr title="${escapeHtml(nameOf(column))}">${escapeHtml(alone ? minor : version)}</abbr></th>`;
}

function nameOf({ go, gopls }: Column): string {
  return gopls === null ? `Go ${go}` : `gopls ${gopls} with Go ${go}`;
}

function rowHtml(row: Row, columns: readonly Column[]): string {
  const id = escapeHtml(row.scenario);
  const squares = row.squares.map((cells, index) => squareHtml(row, cells, columns[index])).join('');
  const helping = helpOf(row.cells).filter(helps);
  const names = helping.map(({ name }) => name).join('; ');
  return `<tr data-row="${id}"><th scope="row"><a href="#${id}" title="${escapeHtml(row.claim)}">${id}</a></th>${squares}<td>${whereWord(row.cells)}</td><td class="helps" title="${escapeHtml(names)}">${escapeHtml(names)}</td></tr>
`;
}

/** "all", "some" or "none" of the versions; '' where nothing was judged. */
export function whereWord(cells: readonly CellReport[]): string {
  const verdicts = new Set(cells.map(cellVerdict));
  if (verdicts.has('reproduced')) return verdicts.has('not reproduced') ? 'some' : 'all';
  return verdicts.has('not reproduced') ? 'none' : '';
}

function squareHtml(row: Row, cells: readonly CellReport[], column: Column | undefined): string {
  const [first] = cells;
  if (first === undefined || column === undefined) return '<td class="v">·</td>';
  const verdicts = new Set(cells.map(cellVerdict));
  const shape = shapeOf[verdicts.size === 1 ? cellVerdict(first) : 'mixed'];
  const news = cells.some((cell) => cellOutcome(cell) === 'differs');
  const texts = new Set(cells.map((cell) => claimText(cell) + claimExpected(cell)));
  const words =
    texts.size === 1
      ? claimText(first) + claimExpected(first)
      : cells.map((cell) => `${cell.runtime}: ${claimText(cell)}${claimExpected(cell)}`).join('; ');
  const bang = news ? '<b class="bang">!</b>' : '';
  return `<td class="v"><a href="#${escapeHtml(row.scenario)}" class="${worstOutcome(cells)}" data-square="${escapeHtml(squareOf(column))}">${shape}${bang}<span class="words"> ${escapeHtml(words)}${news ? ', not as expected' : ''}</span></a></td>`;
}

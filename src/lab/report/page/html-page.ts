/** The report as one page: what is news, a matrix, and all the rest closed. Pure. */
import { escapeHtml } from '../../../page/escape-html.ts';
import { pageDocument } from '../../../page/page-document.ts';
import type { JudgedTrial } from '../../assemble-cell.ts';
import type { CellReport, Report } from '../../cell-report.ts';
import { summaryLine } from '../outcome.ts';
import { judgedWith } from '../version-ranges.ts';
import { outcomeSign, remarks } from '../wording.ts';
import { changesHtml } from './changes-html.ts';
import { claimHtml } from './claim-html.ts';
import { matrixHtml } from './matrix-html.ts';
import { pageData } from './page-data.ts';
import { type Grid, gridsOf } from './squares.ts';

export interface PageExtras {
  /** The trials of the run, whose timelines the page draws. */
  readonly trials?: readonly JudgedTrial[];
  /** An older report, to show what changed since. */
  readonly before?: Report;
}

export function htmlPage(report: Report, { trials = [], before }: PageExtras = {}): string {
  const { cells } = report;
  const grids = gridsOf(cells);
  const changes = before === undefined ? null : changesHtml(before, report);
  const parts: readonly (readonly [string, string, string])[] = [
    ['news', 'What differs', newsHtml(cells)],
    ...(changes === null ? [] : [['changes', 'What changed', changes] as const]),
    ['matrix', 'Claims and versions', filterHtml(cells) + matrixHtml(grids)],
    ['claims', 'Each claim', claimsHtml(grids, cells)],
  ];
  const contents = parts.map(([id, title]) => `<li><a href="#${id}">${title}</a></li>`).join('');
  const sections = parts
    .map(
      ([id, title, html]) =>
        `<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>\n${html}</section>\n`,
    )
    .join('');
  const host = `unlatch ${report.unlatch}, kernel ${report.host.kernel}, docker ${report.host.docker ?? 'none'}`;
  const body = `<header><h1>unlatch: verdicts</h1>
<p><strong>${escapeHtml(summaryLine(cells))}</strong></p>
<nav aria-label="Contents"><ul>${contents}</ul></nav></header>
<main>
${sections}</main>
<footer><p class="soft">${escapeHtml(judgedWith(cells))} ${escapeHtml(host)}</p></footer>
`;
  return pageDocument({ title: 'unlatch: verdicts', body, data: pageData(cells, trials) });
}

function newsHtml(cells: readonly CellReport[]): string {
  const notes = cells.flatMap(remarks);
  if (notes.length === 0) return '<p>Nothing: each verdict is as expected.</p>\n';
  const items = notes.map(
    ({ outcome, text }) => `<li class="${outcome}">${outcomeSign[outcome]} ${escapeHtml(text)}</li>`,
  );
  return `<ul class="plain">${items.join('\n')}</ul>\n`;
}

/** Hidden until the script shows it: without one it does nothing. */
function filterHtml(cells: readonly CellReport[]): string {
  const select = (name: string, label: string, values: readonly string[]) =>
    `<label>${label} <select name="${name}"><option value="">any</option>${values.map((value) => `<option>${escapeHtml(value)}</option>`).join('')}</select></label>`;
  const distinct = (read: (cell: CellReport) => string | null) =>
    [...new Set(cells.flatMap((cell) => read(cell) ?? []))].sort(new Intl.Collator('en', { numeric: true }).compare);
  const verdicts = ['reproduced', 'not reproduced', 'inconclusive', 'skipped', 'not as expected'];
  return `<form id="filters" role="search" aria-label="Filters" hidden>
<label>Text <input name="text" type="search" placeholder="claim, source, remedy" title="/ goes here"></label>
${select(
  'go',
  'Go',
  distinct(({ go }) => go),
)}
${select(
  'gopls',
  'gopls',
  distinct(({ gopls }) => gopls),
)}
${select(
  'runtime',
  'Runtime',
  distinct(({ runtime }) => runtime),
)}
${select('verdict', 'Verdict', verdicts)}
<button type="reset">Show all</button> <output aria-live="polite"></output>
</form>
`;
}

function claimsHtml(grids: readonly Grid[], cells: readonly CellReport[]): string {
  return `<p class="soft">Each claim opens to its cells, a cell to its arms, an arm to its trials.</p>
<noscript><p>Cells and trials need JavaScript; all else on this page does without.</p></noscript>
${grids.flatMap(({ rows }) => rows.map((row) => claimHtml(row, cells))).join('')}`;
}

import { groupBy } from '../../../group-by.ts';
import { escapeHtml } from '../../../page/escape-html.ts';
import type { Report } from '../../cell-report.ts';
import { summaryLine } from '../outcome.ts';
import { changesOf, type VerdictChange } from './changes.ts';

/** Two reports beside each other: the counts of both, then each verdict that is another. */
export function changesHtml(before: Report, after: Report): string {
  const changes = changesOf(before, after);
  const head = `<dl class="beside"><div><dt>Before (unlatch ${escapeHtml(before.unlatch)})</dt><dd>${escapeHtml(summaryLine(before.cells))}</dd></div><div><dt>Now (unlatch ${escapeHtml(after.unlatch)})</dt><dd>${escapeHtml(summaryLine(after.cells))}</dd></div></dl>\n`;
  if (changes.length === 0) return `${head}<p>No verdict changed.</p>\n`;
  // The same change on many versions is one row.
  const rows = groupBy(changes, ({ scenario, what, before: was, after: is }) =>
    JSON.stringify([scenario, what, was, is]),
  );
  return `${head}<div class="scroll" tabindex="0" role="region" aria-label="Changed verdicts"><table>
<thead><tr><th scope="col">claim</th><th scope="col">what</th><th scope="col">before</th><th scope="col">now</th><th scope="col">where</th></tr></thead>
<tbody>
${[...rows.values()].map(rowHtml).join('')}</tbody></table></div>
`;
}

function rowHtml(changes: readonly VerdictChange[]): string {
  const [first] = changes;
  if (first === undefined) return '';
  const { scenario, what, before, after } = first;
  const places = changes.map(({ place }) => place);
  const shown = places.length > 2 ? `${places.length} cells` : places.join('; ');
  // A claim that only the older report has is not on the page.
  const name = after === null ? escapeHtml(scenario) : `<a href="#${escapeHtml(scenario)}">${escapeHtml(scenario)}</a>`;
  return `<tr><th scope="row">${name}</th><td>${escapeHtml(what)}</td><td>${escapeHtml(before ?? 'not there')}</td><td><b>${escapeHtml(after ?? 'gone')}</b></td><td title="${escapeHtml(places.join('; '))}">${escapeHtml(shown)}</td></tr>
`;
}

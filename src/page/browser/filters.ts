/** The filters: what fits stays, what does not is hidden in the matrix and in the list of claims. */
import type { PageCell } from '../page-data.ts';
import { restoreTabStops } from './walk.ts';

interface Wanted {
  readonly text: string;
  readonly go: string;
  readonly gopls: string;
  readonly runtime: string;
  readonly verdict: string;
}

export function startFilters(cells: readonly PageCell[]): void {
  const form = document.querySelector<HTMLFormElement>('#filters');
  const output = form?.querySelector('output');
  if (form == null || output == null) return;
  const texts = textsOf(cells);
  const apply = () => {
    const wanted = wantedOf(form);
    const fitting = cells.filter((cell) => fits(cell, wanted, texts));
    show(fitting);
    const claims = new Set(fitting.map(({ scenario }) => scenario)).size;
    const all = new Set(cells.map(({ scenario }) => scenario)).size;
    output.textContent = `${claims} of ${all} claims, ${fitting.length} of ${cells.length} cells`;
  };
  form.addEventListener('input', apply);
  form.addEventListener('submit', (event) => event.preventDefault());
  // The fields have their new values only after the event.
  form.addEventListener('reset', () => setTimeout(apply));
  addEventListener('keydown', (event) => {
    const typing = event.target instanceof HTMLInputElement;
    if (event.key === '/' && !typing) {
      event.preventDefault();
      form.querySelector<HTMLInputElement>('[name=text]')?.focus();
    } else if (event.key === 'Escape' && form.contains(document.activeElement)) form.reset();
  });
  form.hidden = false;
  apply();
}

/** What the text filter looks through: all that the closed part of a claim says. */
function textsOf(cells: readonly PageCell[]): ReadonlyMap<string, string> {
  const ids = new Set(cells.map(({ scenario }) => scenario));
  return new Map(
    [...ids].map((id) => [id, `${document.getElementById(id)?.textContent ?? ''}`.toLowerCase().replace(/\s+/g, ' ')]),
  );
}

function wantedOf(form: HTMLFormElement): Wanted {
  const values = new FormData(form);
  const read = (name: string) => String(values.get(name) ?? '');
  return {
    text: read('text').trim().toLowerCase(),
    go: read('go'),
    gopls: read('gopls'),
    runtime: read('runtime'),
    verdict: read('verdict'),
  };
}

function fits(cell: PageCell, wanted: Wanted, texts: ReadonlyMap<string, string>): boolean {
  const { text, go, gopls, runtime, verdict } = wanted;
  return (
    (go === '' || cell.go === go) &&
    (gopls === '' || cell.gopls === gopls) &&
    (runtime === '' || cell.runtime === runtime) &&
    (verdict === '' || (verdict === 'not as expected' ? cell.outcome === 'differs' : cell.verdict === verdict)) &&
    (text === '' || (texts.get(cell.scenario) ?? '').includes(text))
  );
}

function show(fitting: readonly PageCell[]): void {
  const claims = new Set(fitting.map(({ scenario }) => scenario));
  const squares = new Set(fitting.map(({ scenario, square }) => `${scenario} ${square}`));
  const places = new Set(fitting.map(({ scenario, place }) => `${scenario} ${place}`));
  for (const row of document.querySelectorAll<HTMLElement>('[data-row]')) {
    const id = row.dataset['row'] ?? '';
    row.hidden = !claims.has(id);
    for (const link of row.querySelectorAll<HTMLElement>('[data-square]'))
      link.classList.toggle('out', !squares.has(`${id} ${link.dataset['square']}`));
  }
  for (const claim of document.querySelectorAll<HTMLElement>('details.claim')) claim.hidden = !claims.has(claim.id);
  for (const cell of document.querySelectorAll<HTMLElement>('details.cell'))
    cell.hidden = !places.has(cell.dataset['place'] ?? '');
  for (const table of document.querySelectorAll<HTMLElement>('table.grid'))
    table.hidden = table.querySelector('[data-row]:not([hidden])') === null;
  restoreTabStops();
}

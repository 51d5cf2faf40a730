/** What opens: a claim to its cells, a cell to its arms, an arm to its trials. */
import type { PageArm, PageCell, PageTrial } from '../page-data.ts';
import { element, lazyDetails } from './element.ts';
import { timelineFigure } from './timeline.ts';

export function openCells(cells: readonly PageCell[]): void {
  for (const claim of document.querySelectorAll<HTMLDetailsElement>('details.claim')) {
    const own = cells.filter(({ scenario }) => scenario === claim.id);
    claim.addEventListener('toggle', () => fill(claim, own));
    fill(claim, own);
  }
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href^="#"]') : null;
    if (link !== null) reveal(link.hash.slice(1), link.dataset['square'] ?? null);
  });
  addEventListener('hashchange', () => reveal(decodeURIComponent(location.hash.slice(1)), null));
  if (location.hash !== '') reveal(decodeURIComponent(location.hash.slice(1)), null);
}

function fill(claim: HTMLDetailsElement, cells: readonly PageCell[]): void {
  const place = claim.querySelector('.cells');
  if (!claim.open || place === null || place.childElementCount > 0) return;
  place.append(element('h3', {}, `Cells (${cells.length})`), ...cells.map(cellDetails));
}

/** Opens a claim, and in it the cells of a square. The browser scrolls there by itself. */
function reveal(id: string, square: string | null): void {
  const claim = document.getElementById(id);
  if (!(claim instanceof HTMLDetailsElement)) return;
  claim.open = true;
  if (square === null) return;
  // The content of a claim is made as it opens, which is told only after this.
  setTimeout(() => {
    const cells = [...claim.querySelectorAll<HTMLDetailsElement>('details.cell')];
    for (const cell of cells) cell.open = cell.dataset['square'] === square;
    const first = cells.find(({ open }) => open);
    first?.querySelector('summary')?.focus();
  });
}

function cellDetails(cell: PageCell): HTMLElement {
  const [baseline] = cell.arms;
  const attributes = {
    class: 'cell',
    'data-square': cell.square,
    'data-place': `${cell.scenario} ${cell.place}`,
  };
  const verdict = element('b', { class: cell.outcome }, `${baseline?.sign ?? ''} ${baseline?.text ?? ''}`);
  return lazyDetails(attributes, [cell.place, ': ', verdict], () => cell.arms.map(armDetails));
}

function armDetails(arm: PageArm): HTMLElement {
  const { name, sign, text, outcome, counts } = arm;
  const head = [name, ': ', element('b', { class: outcome }, `${sign} ${text}`)];
  return lazyDetails({ class: 'arm' }, head, () => [
    element('p', { class: 'soft' }, counts),
    element('p', {}, arm.why),
    ...(arm.trials.length === 0
      ? [element('p', { class: 'soft' }, 'The page was made without the trials.')]
      : arm.trials.map(trialDetails)),
  ]);
}

function trialDetails(trial: PageTrial): HTMLElement {
  const head = [`trial ${trial.trial}: `, element('b', {}, trial.state), `, ${seconds(trial.ms)}`];
  return lazyDetails({ class: 'trial' }, head, () => [
    element('p', {}, trial.why),
    ...(trial.timeline === null
      ? [element('p', { class: 'soft' }, 'No worker was released: there is nothing to draw.')]
      : [timelineFigure(trial.timeline)]),
    ...trial.said.map((text) => element('p', { class: 'said' }, `The doctor, ${text}`)),
  ]);
}

function seconds(ms: number): string {
  return ms < 1000 ? `${ms} ms` : `${(ms / 1000).toFixed(1)} s`;
}

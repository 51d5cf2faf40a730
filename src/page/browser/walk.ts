/** One tab stop a table; the arrow keys go from square to square. */
export function walkWithArrows(): void {
  for (const table of document.querySelectorAll<HTMLTableElement>('table.grid')) {
    const links = () => [...table.querySelectorAll<HTMLAnchorElement>('tbody tr:not([hidden]) a')];
    rove(links(), links()[0]);
    table.addEventListener('focusin', ({ target }) => {
      if (target instanceof HTMLAnchorElement) rove(links(), target);
    });
    table.addEventListener('keydown', (event) => {
      const now = document.activeElement;
      const next = now instanceof HTMLAnchorElement ? nextOf(event.key, links(), now) : undefined;
      if (next === undefined) return;
      event.preventDefault();
      next.focus();
    });
  }
}

/** After a filter the one tab stop must not be in a hidden row. */
export function restoreTabStops(): void {
  for (const table of document.querySelectorAll<HTMLTableElement>('table.grid')) {
    const links = [...table.querySelectorAll<HTMLAnchorElement>('tbody tr:not([hidden]) a')];
    if (!links.some(({ tabIndex }) => tabIndex === 0)) rove(links, links[0]);
  }
}

function rove(links: readonly HTMLAnchorElement[], stop: HTMLAnchorElement | undefined): void {
  for (const link of links) link.tabIndex = link === stop ? 0 : -1;
}

function nextOf(
  key: string,
  links: readonly HTMLAnchorElement[],
  now: HTMLAnchorElement,
): HTMLAnchorElement | undefined {
  const at = links.indexOf(now);
  if (at < 0) return undefined;
  const row = (link: HTMLAnchorElement | undefined) => link?.closest('tr');
  const ofRow = links.filter((link) => row(link) === row(links[at]));
  switch (key) {
    case 'ArrowRight':
      return links[at + 1];
    case 'ArrowLeft':
      return links[at - 1];
    case 'Home':
      return ofRow[0];
    case 'End':
      return ofRow.at(-1);
    case 'ArrowDown':
    case 'ArrowUp': {
      const column = columnOf(links[at]);
      const others = links.filter((link) => columnOf(link) === column);
      const own = others.indexOf(now);
      return others[own + (key === 'ArrowDown' ? 1 : -1)];
    }
    default:
      return undefined;
  }
}

function columnOf(link: HTMLAnchorElement | undefined): number | undefined {
  return link?.closest<HTMLTableCellElement>('th, td')?.cellIndex;
}

/** What runs in a page: the matrix, its filters, and what opens. The page reads without it. */
import { openCells } from './cells.ts';
import { readData } from './data.ts';
import { startFilters } from './filters.ts';
import { openTimelines } from './open-timelines.ts';
import { walkWithArrows } from './walk.ts';

walkWithArrows();
const data = readData();

addEventListener('beforeprint', () => {
  for (const claim of document.querySelectorAll<HTMLDetailsElement>('details.claim, details.lock')) claim.open = true;
});

void data.then(({ cells, timelines }) => {
  if (timelines === undefined) {
    startFilters(cells);
    openCells(cells);
  } else openTimelines(timelines);
  // For tests, and for whoever waits for the page.
  document.documentElement.dataset['ready'] = 'true';
});

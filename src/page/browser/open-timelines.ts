import type { Timeline } from '../page-data.ts';
import { timelineFigure } from './timeline.ts';

/** Draws each timeline when what holds it is first opened. */
export function openTimelines(timelines: Readonly<Record<string, Timeline>>): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-timeline]')) {
    const timeline = timelines[place.dataset['timeline'] ?? ''];
    const around = place.closest('details');
    if (timeline === undefined) continue;
    const draw = () => {
      if (around?.open !== false && place.childElementCount === 0) place.append(timelineFigure(timeline));
    };
    around?.addEventListener('toggle', draw);
    draw();
  }
  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target instanceof HTMLDetailsElement) target.open = true;
  };
  addEventListener('hashchange', reveal);
  reveal();
}

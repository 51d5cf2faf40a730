/** A trial's timeline: the drawing, its legend, and the same in words. */
import type { Timeline } from '../page-data.ts';
import { drawLanes } from './draw-lanes.ts';
import { element } from './element.ts';
import { timelineWords } from './timeline-words.ts';

const legend = [
  ['runs', 'runs'],
  ['waits', 'waits'],
  ['holds', 'holds a lock'],
  ['shares', 'shares a lock'],
  ['stuck', 'stuck in this phase'],
  ['force', 'the fault is in force'],
] as const;

export function timelineFigure(timeline: Timeline): HTMLElement {
  const drawing = element('div', { class: 'drawing' });
  const words = timelineWords(timeline);
  const kinds = new Set<string>(timeline.lanes.flatMap(({ spans }) => spans.map(({ kind }) => kind)));
  kinds.add('runs');
  const keys = legend
    .filter(([kind]) => kinds.has(kind))
    .map(([kind, text]) => element('span', {}, element('i', { class: `key ${kind}` }), ` ${text}`));
  const figure = element(
    'figure',
    { class: 'timeline' },
    element(
      'figcaption',
      {},
      ...keys,
      element('span', {}, '◆ a fault strikes'),
      element('span', {}, '▼ seen, or done, at that moment'),
    ),
    drawing,
    element(
      'details',
      {},
      element('summary', {}, 'In words'),
      element('ol', {}, ...words.map((text) => element('li', {}, text))),
      ...(timeline.gaps.length === 0
        ? []
        : [element('p', { class: 'soft' }, `Not known: ${timeline.gaps.join('; ')}.`)]),
    ),
  );
  // Text keeps its size at every width, so the drawing is made anew for each.
  let drawn = 0;
  new ResizeObserver(() => {
    const width = Math.floor(drawing.clientWidth);
    if (width === drawn || width === 0) return;
    drawn = width;
    drawing.replaceChildren(drawLanes(timeline, width));
  }).observe(drawing);
  return figure;
}

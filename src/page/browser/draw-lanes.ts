/** The lanes of a timeline as SVG: each has its name above it, so that it fits a narrow screen. */
import { axisTop } from 'd3-axis';
import { type ScaleLinear, scaleLinear } from 'd3-scale';
import { create, type Selection } from 'd3-selection';
import type { Lane, Mark, Timeline } from '../page-data.ts';
import { timelineWords, timeText } from './timeline-words.ts';

type Group = Selection<SVGGElement, undefined, null, undefined>;

const laneHeight = 38;
const head = 26;
const side = 12;
/** Width of a character of the drawing's text. */
const characterWidth = 6.2;
/** Of a lane's name, which is bold. */
const boldWidth = 7.2;

export function drawLanes(timeline: Timeline, width: number): SVGSVGElement {
  const { lanes, marks, fromMs, endMs } = timeline;
  const x = scaleLinear([fromMs, Math.max(endMs, fromMs + 1)], [side, width - side]);
  const rows = rowsOf(marks, x);
  const height = head + lanes.length * laneHeight + rows.length * 18 + 8;
  const svg = create('svg')
    .attr('width', width)
    .attr('height', height)
    .attr('viewBox', `0 0 ${width} ${height}`)
    .attr('role', 'img')
    .attr(
      'aria-label',
      `Timeline of ${lanes.length} lanes, ${timeText(endMs - fromMs)}. ${timelineWords(timeline).slice(0, 4).join('. ')}`,
    );
  const ticks = Math.max(2, Math.floor(width / 90));
  svg
    .append('g')
    .attr('class', 'axis')
    .attr('transform', `translate(0 ${head - 4})`)
    .call(
      axisTop<number | { valueOf(): number }>(x)
        .ticks(ticks)
        .tickSizeInner(-(lanes.length * laneHeight + 4))
        .tickSizeOuter(0)
        .tickPadding(4)
        .tickFormat((value) => timeText(Number(value))),
    );
  lanes.forEach((lane, index) => {
    const group = svg.append('g').attr('transform', `translate(0 ${head + index * laneHeight})`);
    drawLane(group, lane, x, endMs, width);
  });
  drawMarks(
    svg.append('g').attr('transform', `translate(0 ${head + lanes.length * laneHeight})`),
    rows,
    x,
    lanes.length * laneHeight,
  );
  const node = svg.node();
  if (node === null) throw new Error('no drawing');
  return node;
}

function drawLane(group: Group, lane: Lane, x: ScaleLinear<number, number>, endMs: number, width: number): void {
  const { name, command, startMs, end, spans, marks } = lane;
  const label = [name, ...(command === null ? [] : [command])].join('  ');
  const room = Math.floor((width - 2 * side) / boldWidth);
  const tail = startMs === null ? ` (${end})` : '';
  text(group, side, 13, clipped(label + tail, room), 'label');
  if (startMs === null) return;
  const laneEnd = lane.endMs ?? endMs;
  const bar = (kind: string, from: number, to: number, what: string, y: number, height: number) => {
    const rect = group
      .append('rect')
      .attr('class', kind)
      .attr('x', x(from))
      .attr('y', y)
      .attr('width', Math.max(2, x(to) - x(from)))
      .attr('height', height);
    rect.append('title').text(`${what}: ${timeText(from)} to ${timeText(to)}`);
  };
  if (name !== 'fault') bar('runs', startMs, laneEnd, `${name}, ${end}`, 22, 4);
  for (const span of spans) {
    const to = span.endMs ?? endMs;
    bar(span.kind, span.startMs, to, `${span.kind} ${span.what}`, 18, 12);
    const fits = Math.floor((x(to) - x(span.startMs) - 6) / characterWidth);
    const words = span.kind === 'force' ? '' : wordsOf(span.kind, span.what);
    if (words !== '' && fits >= 5) text(group, x(span.startMs) + 3, 28, clipped(words, fits), `in ${span.kind}`);
  }
  for (const { atMs, text: what } of marks) {
    const mark = group
      .append('path')
      .attr('class', 'fault')
      .attr('d', diamond(x(atMs), 24));
    mark.append('title').text(`${timeText(atMs)}: ${what}`);
  }
  if (lane.endMs === null && name !== 'fault') text(group, x(laneEnd) - 5, 28, '✕', 'end');
  else if (name !== 'fault')
    group
      .append('path')
      .attr('class', 'end')
      .attr('d', `M${x(laneEnd)} 17v14`)
      .append('title')
      .text(end);
}

function wordsOf(kind: string, what: string): string {
  if (kind === 'waits') return `waits: ${what}`;
  if (kind === 'holds' || kind === 'shares') return `${kind} ${what}`;
  return kind === 'stuck' ? `stuck: ${what}` : what;
}

interface Placed extends Mark {
  readonly shown: string;
}

/** One mark a row, below the lanes: their texts are long. Those of one kind at one place are one. */
function rowsOf(marks: readonly Mark[], x: ScaleLinear<number, number>): readonly Placed[] {
  const [from = 0, to = 0] = x.range();
  const room = Math.floor((to - from) / characterWidth);
  return marks.map((mark) => ({ ...mark, shown: clipped(`${timeText(mark.atMs)} ${mark.text}`, room - 3) }));
}

function drawMarks(group: Group, rows: readonly Placed[], x: ScaleLinear<number, number>, above: number): void {
  const [from = 0, to = 0] = x.range();
  rows.forEach((mark, index) => {
    const y = 14 + index * 18;
    const at = Math.min(to, Math.max(from, x(mark.atMs)));
    group
      .append('path')
      .attr('class', 'moment')
      .attr('d', `M${at} ${-above}V${y - 8}`);
    group
      .append('path')
      .attr('class', `mark ${mark.kind}`)
      .attr('d', `M${at - 4} ${y - 8}h8l-4 7z`);
    const length = mark.shown.length * characterWidth;
    // To the right of its mark where it fits, else to the left, else from the edge.
    const left = at + 8 + length <= to + side ? at + 8 : at - 8 - length >= 0 ? at - 8 - length : from + 8;
    text(group, left, y, mark.shown, 'note').append('title').text(mark.text);
  });
}

function text(group: Group, x: number, y: number, content: string, kind: string) {
  return group.append('text').attr('class', kind).attr('x', x).attr('y', y).text(content);
}

function diamond(x: number, y: number): string {
  return `M${x} ${y - 7}l5 7l-5 7l-5 -7z`;
}

function clipped(content: string, most: number): string {
  return content.length <= most ? content : `${content.slice(0, Math.max(1, most - 1))}…`;
}

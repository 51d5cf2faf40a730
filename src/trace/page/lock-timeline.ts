/** The uses of one lock as lanes of time, a process each. Pure. */
import { groupBy } from '../../group-by.ts';
import type { Lane, Span, Timeline } from '../../page/page-data.ts';
import { plainLine } from '../../terminal/plain-text.ts';
import { waitOf } from '../lock-figures.ts';
import type { TracedUse } from '../lock-trace.ts';
import { processName } from '../trace-words.ts';

/** So many lanes fit a screen or two; the JSON has the others. */
const mostLanes = 40;

/**
 * @param uses of one file, in the order of request
 * @param ms the end of the trace: all locks of a page share its clock
 */
export function lockTimeline(uses: readonly TracedUse[], ms: number): Timeline {
  const processes = [...groupBy(uses, ({ pid }) => pid).values()];
  const longest = (own: readonly TracedUse[]) =>
    Math.max(...own.map((use) => (use.waited ? waitOf(use, ms) : 0) + heldMs(use, ms)));
  const drawn = new Set(processes.toSorted((a, b) => longest(b) - longest(a)).slice(0, mostLanes));
  const left = processes.length - drawn.size;
  return {
    fromMs: 0,
    endMs: ms,
    end: 'the trace ends',
    lanes: processes.filter((own) => drawn.has(own)).map((own) => laneOf(own, ms)),
    marks: [],
    gaps: left === 0 ? [] : [`the drawing leaves out ${left} processes that waited and held for less`],
  };
}

/** How long it held the lock; 0: it did not get it. */
export function heldMs({ takenMs, releasedMs }: TracedUse, ms: number): number {
  return takenMs === null ? 0 : (releasedMs ?? ms) - takenMs;
}

/** From the first request to the last release: when the process began and ended is not known. */
function laneOf(uses: readonly TracedUse[], ms: number): Lane {
  const [first] = uses;
  const last = uses.at(-1);
  const lasts = last?.end === 'held' || last?.end === 'waiting';
  return {
    name: `pid ${first?.pid}`,
    command: first?.command == null ? null : plainLine(first.command),
    startMs: first?.askedMs ?? null,
    endMs: lasts ? null : Math.max(...uses.map((use) => use.releasedMs ?? use.takenMs ?? use.askedMs)),
    end: last === undefined ? '' : endWords[last.end],
    spans: uses.flatMap((use) => spansOf(use, ms)),
    marks: uses
      .filter(({ end }) => end === 'failed' || end === 'refused')
      .map(({ askedMs, end, errno }) => ({
        kind: 'fault',
        atMs: askedMs,
        text: end === 'refused' ? 'another process holds the lock: refused' : `flock fails with ${errno}`,
      })),
  };
}

export const endWords: Readonly<Record<TracedUse['end'], string>> = {
  unlocked: 'unlocks it',
  'process-ended': 'ends, and the lock with it',
  closed: 'closes the file',
  kept: 'ends, and another process keeps the lock',
  held: 'still holds it',
  refused: 'is refused',
  failed: 'gets an error',
  waiting: 'still waits',
};

function spansOf(use: TracedUse, ms: number): readonly Span[] {
  const by = plainLine(use.heldBy.slice(0, 3).map(processName).join(' and '));
  const waits: readonly Span[] = use.waited
    ? [
        {
          kind: 'waits',
          what: by === '' ? 'the lock, held by a process outside the trace' : `the lock, held by ${by}`,
          startMs: use.askedMs,
          endMs: use.takenMs ?? ms,
        },
      ]
    : [];
  if (use.takenMs === null) return waits;
  const kind = use.mode === 'exclusive' ? 'holds' : 'shares';
  return [...waits, { kind, what: 'the lock', startMs: use.takenMs, endMs: use.releasedMs }];
}

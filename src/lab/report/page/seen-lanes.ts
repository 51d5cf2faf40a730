import { groupBy } from '../../../group-by.ts';
import type { Lane, Span } from '../../../page/page-data.ts';
import { plainLine } from '../../../terminal/plain-text.ts';
import type { DoctorReport, History, SeenProcess } from '../../history/history.ts';

interface Look extends SeenProcess {
  readonly fromMs: number;
  readonly toMs: number;
}

/** A lane for each process that the doctor saw, with what it held and waited for while the doctor looked. */
export function seenLanes({ doctor }: History): readonly Lane[] {
  const looks = (doctor ?? []).flatMap(looksOf);
  return [...groupBy(looks, ({ pid }) => pid).values()]
    .map((own): Lane => {
      const [first] = own;
      const last = own.at(-1);
      return {
        name: `${plainLine(first?.command ?? '')} (pid ${first?.pid})`,
        command: null,
        startMs: first?.startMs ?? null,
        endMs: last?.toMs ?? null,
        end: 'was last seen by the doctor',
        spans: own.flatMap(spansOf),
        marks: [],
      };
    })
    .sort((a, b) => (a.startMs ?? 0) - (b.startMs ?? 0));
}

function looksOf({ fromMs, toMs, processes }: DoctorReport): readonly Look[] {
  if (fromMs === undefined || toMs === undefined) return [];
  return (processes ?? []).map((process) => ({ ...process, fromMs, toMs }));
}

function spansOf({ waitsFor, holds, fromMs, toMs }: Look): readonly Span[] {
  const span = (kind: Span['kind'], what: string): Span => ({
    kind,
    what: plainLine(what),
    startMs: fromMs,
    endMs: toMs,
  });
  return [
    ...(waitsFor === null ? [] : [span('waits', waitsFor)]),
    ...holds.map((what) => span('holds', `the lock of ${what}`)),
  ];
}

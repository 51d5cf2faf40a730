import type { Timeline } from '../page-data.ts';

/** The events of a timeline in their order, one sentence each: "812 ms: tidy.0: exit 1". */
export function timelineWords({ lanes, marks, endMs, end }: Timeline): readonly string[] {
  const events: { readonly at: number; readonly text: string }[] = [];
  const tell = (at: number, text: string) => events.push({ at, text });
  for (const { name, command, startMs, endMs: laneEnd, end: how, spans, marks: own } of lanes) {
    if (startMs === null) {
      tell(0, `${name} never starts`);
      continue;
    }
    const what = command === null || command === name ? '' : `: ${command}`;
    tell(startMs, startMs <= 0 && name === 'fault' ? `in force${what}` : `${name} starts${what}`);
    for (const span of spans) {
      const until = span.endMs === null ? 'to the end' : `until ${timeText(span.endMs)}`;
      if (span.kind !== 'force') tell(span.startMs, `${name} ${verbs[span.kind]} ${span.what}, ${until}`);
    }
    for (const { atMs, text } of own) tell(atMs, `${name}: ${text}`);
    if (laneEnd !== null) tell(laneEnd, `${name}: ${how}`);
    else if (name !== 'fault') tell(endMs, `${name}: ${how}`);
  }
  for (const { atMs, text } of marks) tell(atMs, text);
  tell(endMs, end);
  return events.sort((a, b) => a.at - b.at).map(({ at, text }) => `${timeText(at)}: ${text}`);
}

const verbs = {
  waits: 'waits for',
  holds: 'holds',
  shares: 'shares',
  phase: 'is in the phase',
  stuck: 'is stuck in the phase',
  looks: 'looks at',
  force: 'is under',
} as const;

/** "812 ms", "12.3 s" */
export function timeText(ms: number): string {
  return Math.abs(ms) < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}

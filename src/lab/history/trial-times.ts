/** When what happened in a trial, from the driver's log of lines "SECONDS WHAT NAME". */
import { microseconds } from '../fault/fault.ts';
import type { TrialEvent, TrialTimes } from './history.ts';

export const eventKinds = ['began', 'ready', 'released', 'symptom', 'rescue', 'rescued', 'probe', 'ended'] as const;

export type EventKind = (typeof eventKinds)[number];

/** Nothing, where no worker was released. The log may be cut where the disk was full. */
export function timesOf(log: string | undefined, releaseUs: number): { readonly times?: TrialTimes } {
  if (log === undefined || Number.isNaN(releaseUs)) return {};
  const lines = Array.from(
    log.matchAll(/^(\d+[.,]\d{6}) (\w+) ?(.*)\n/gm),
    ([, seconds = '', what = '', name = '']) => ({
      us: microseconds(seconds),
      what,
      name,
    }),
  );
  const events = lines.flatMap(({ us, what, name }): readonly TrialEvent[] => {
    const kind = eventKinds.find((one) => one === what);
    if (kind === undefined) return [];
    return [{ what: kind, atMs: Math.round((us - releaseUs) / 1000), name: kind === 'probe' ? name : '' }];
  });
  const [began, ended] = ['began', 'ended'].map((kind) => lines.find(({ what }) => what === kind));
  return { times: { events, clockSetMs: began === undefined || ended === undefined ? null : clockSet(began, ended) } };
}

interface Moment {
  readonly us: number;
  /** The uptime in seconds. */
  readonly name: string;
}

function clockSet(began: Moment, ended: Moment): number | null {
  const byUptime = (Number(ended.name) - Number(began.name)) * 1000;
  const byClock = (ended.us - began.us) / 1000;
  return Number.isNaN(byUptime) ? null : Math.round(byClock - byUptime);
}

/** How long a run will still take: from the times that were measured when the scenarios were recorded, and from its own. */
import type { PlannedWork } from '../run-event.ts';

export interface RunPace {
  /** What is planned and has not ended. */
  readonly work: readonly PlannedWork[];
  /** The trials that ended: how long they took, and how long they should have. */
  readonly done: { readonly trials: number; readonly ms: number; readonly measuredMs: number };
  /** How many trials may run at once. */
  readonly atOnce: number;
}

/** The first trials also pay for cold caches, so those that were measured before weigh as much as this. */
const trustMs = 20_000;

/** In steps of a minute: "about 3 min left". "" where nothing can be said yet. */
export function timeLeft({ work, done, atOnce }: RunPace): string {
  const waiting = work.filter(({ trials }) => trials > 0);
  if (waiting.length === 0) return '';
  const unmeasured = waiting.some(({ trialMs }) => trialMs === null);
  if (unmeasured && done.trials < 4) return '';
  const meanMs = done.trials === 0 ? 0 : done.ms / done.trials;
  const slowness = (done.ms + trustMs) / (done.measuredMs + trustMs);
  const sum = (own: readonly PlannedWork[]) =>
    own.reduce((ms, { trials, trialMs }) => ms + trials * (trialMs === null ? meanMs : trialMs * slowness), 0);
  const together = sum(waiting.filter(({ exclusive }) => !exclusive));
  const alone = sum(waiting.filter(({ exclusive }) => exclusive));
  const minutes = Math.ceil((together / atOnce + alone) / 60_000);
  if (minutes <= 1) return 'under a minute left';
  if (minutes < 90) return `about ${minutes} min left`;
  return `about ${Math.round(minutes / 60)} h left`;
}

/** Takes trials of the scenario off the work. */
export function workWithout(work: readonly PlannedWork[], scenario: string, trials: number): readonly PlannedWork[] {
  let off = trials;
  return work.map((cell) => {
    const own = cell.scenario === scenario ? Math.min(off, cell.trials) : 0;
    off -= own;
    return own === 0 ? cell : { ...cell, trials: cell.trials - own };
  });
}

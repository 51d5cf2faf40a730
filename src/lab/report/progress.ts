/** How far a run is: follows its events, and says it in words. */
import { groupBy } from '../../group-by.ts';
import { elapsedText } from '../../terminal/elapsed.ts';
import { plainLine } from '../../terminal/plain-text.ts';
import type { PlannedWork, RunEvent } from '../run-event.ts';
import { type CellOutcome, cellOutcome } from './outcome.ts';
import { timeLeft, workWithout } from './time-left.ts';

export interface Progress {
  readonly trials: {
    readonly done: number;
    /** 0 until planning is done. */
    readonly total: number;
    /** How long the done ones took. */
    readonly ms: number;
    /** How long they should have; those that nobody measured, as long as they took. */
    readonly measuredMs: number;
  };
  readonly cells: { readonly total: number; readonly outcomes: readonly CellOutcome[] };
  /** What is planned and has not ended. */
  readonly work: readonly PlannedWork[];
  /** The scenarios of the running trials, one entry per trial. */
  readonly running: readonly string[];
  /** How many trials may run at once. */
  readonly atOnce: number;
  /** The current preparation while nothing runs. */
  readonly preparing: string | null;
  /** Its progress: "go 1.26.8: 12.3 of 64.1 MB". */
  readonly detail: string | null;
  /** Since the start of the last phase. */
  readonly phaseMs: number;
}

export const noProgress: Progress = {
  trials: { done: 0, total: 0, ms: 0, measuredMs: 0 },
  cells: { total: 0, outcomes: [] },
  work: [],
  running: [],
  atOnce: 1,
  preparing: null,
  detail: null,
  phaseMs: 0,
};

/** The progress of a download is not a new phase. */
export function beginsPhase({ kind }: RunEvent): boolean {
  return kind !== 'fetching';
}

export interface ProgressClock {
  readonly follow: (event: RunEvent) => void;
  readonly now: () => Progress;
}

/** Follows a run and returns its progress on demand. */
export function progressClock(nowMs: () => number): ProgressClock {
  let progress = noProgress;
  let phaseBeganMs = nowMs();
  return {
    follow(event) {
      if (beginsPhase(event)) phaseBeganMs = nowMs();
      progress = advance(progress, event);
    },
    now: () => ({ ...progress, phaseMs: nowMs() - phaseBeganMs }),
  };
}

/** The progress after the event, without `phaseMs`, which the clock adds. */
export function advance(progress: Progress, event: RunEvent): Progress {
  const { trials, cells, work } = progress;
  switch (event.kind) {
    case 'planned': {
      const total = event.work.reduce((sum, own) => sum + own.trials, 0);
      return {
        ...progress,
        work: event.work,
        atOnce: event.jobs,
        trials: { ...trials, total },
        cells: { ...cells, total: event.cells },
      };
    }
    case 'preparing':
      return { ...progress, preparing: plainLine(event.what), detail: null };
    case 'fetching':
      return { ...progress, detail: plainLine(event.what) };
    case 'trial-started':
      return { ...progress, running: [...progress.running, event.scenario], preparing: null, detail: null };
    case 'trial': {
      const { scenario, ms } = event.history;
      const at = progress.running.indexOf(scenario);
      const measuredMs = work.find((own) => own.scenario === scenario)?.trialMs ?? ms;
      return {
        ...progress,
        running: at < 0 ? progress.running : progress.running.toSpliced(at, 1),
        work: workWithout(work, scenario, 1),
        trials: {
          ...trials,
          done: trials.done + 1,
          ms: trials.ms + ms,
          measuredMs: trials.measuredMs + measuredMs,
        },
      };
    }
    case 'dropped': {
      const total = Math.max(trials.done, trials.total - event.trials);
      return { ...progress, work: workWithout(work, event.scenario, event.trials), trials: { ...trials, total } };
    }
    case 'cell':
      return { ...progress, cells: { ...cells, outcomes: [...cells.outcomes, cellOutcome(event.report)] } };
    default:
      return progress;
  }
}

/** "12/48 trials, about 3 min left"; "" before the plan. */
export function trialsDoneText(progress: Progress): string {
  const { done, total } = progress.trials;
  if (total === 0) return '';
  const left = timeLeft({ work: progress.work, done: { ...progress.trials, trials: done }, atOnce: progress.atOnce });
  return `${done}/${total} trials${left === '' ? '' : `, ${left}`}`;
}

/** "modcache-rename ×2, gopls-connect, 12 s"; "" where nothing is under way. */
export function doingText(progress: Progress): string {
  const running = [...groupBy(progress.running, (name) => name)].map(([name, { length }]) =>
    length === 1 ? name : `${name} ×${length}`,
  );
  const preparing = progress.preparing === null ? [] : [`preparing ${progress.preparing}`];
  const detail = progress.detail === null ? [] : [progress.detail];
  const doing = [...(running.length === 0 ? [] : [running.join(', ')]), ...preparing, ...detail].join(' · ');
  return doing === '' || progress.phaseMs < 1000 ? doing : `${doing}, ${elapsedText(progress.phaseMs)}`;
}

/** "5/12 cells: 4 as expected, 1 differs"; "" before the first one. */
export function cellsText({ cells: { total, outcomes } }: Progress): string {
  if (outcomes.length === 0) return '';
  const counts = [...groupBy(outcomes, (outcome) => outcome)].map(
    ([outcome, { length }]) => `${length} ${outcomeWord(outcome, length)}`,
  );
  return `${outcomes.length}/${total} cells: ${counts.join(', ')}`;
}

function outcomeWord(outcome: CellOutcome, count: number): string {
  if (outcome === 'as-expected') return 'as expected';
  return outcome === 'differs' && count > 1 ? 'differ' : outcome;
}

/** At most `width` characters. */
export function cut(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, Math.max(0, width - 1))}…`;
}

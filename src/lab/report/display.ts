/** Where the lines of a run go: above a bar that is redrawn, or plainly one after the other. */
import cliProgress from 'cli-progress';
import { groupBy } from '../../group-by.ts';
import { elapsedText } from '../../terminal/elapsed.ts';
import { heartbeat } from '../../terminal/heartbeat.ts';
import type { Output } from '../../terminal/output.ts';
import { plainLine } from '../../terminal/plain-text.ts';
import type { RunEvent } from '../run-event.ts';

export interface Display {
  readonly follow: (event: RunEvent) => void;
  /** One or more whole lines, without the newline at the end. */
  readonly print: (lines: string) => void;
  readonly end: () => void;
}

export function plainDisplay(stream: NodeJS.WritableStream, nowMs: () => number): Display {
  const clock = progressClock(nowMs);
  const beat = heartbeat(() => {
    const text = progressText(clock.now(), Number.POSITIVE_INFINITY);
    if (text !== '') stream.write(`still working: ${text}\n`);
  });
  return {
    follow(event) {
      clock.follow(event);
      if (beginsPhase(event)) beat.restart();
    },
    print(lines) {
      stream.write(`${lines}\n`);
    },
    end: () => beat[Symbol.dispose](),
  };
}

/** A download that tells how it gets on is not another phase. */
function beginsPhase({ kind }: RunEvent): boolean {
  return kind !== 'fetching';
}

/** How far a run has come. */
export interface Progress {
  readonly done: number;
  /** 0 until the plan stands. */
  readonly total: number;
  /** The scenarios of the trials under way, one entry a trial. */
  readonly running: readonly string[];
  /** What is being prepared while nothing runs. */
  readonly preparing: string | null;
  /** How far that is: "go 1.26.8: 12.3 of 64.1 MB". */
  readonly detail: string | null;
  /** Since the last phase began. */
  readonly phaseMs: number;
  /** Since the first trial began; 0 before. */
  readonly elapsedMs: number;
}

export const noProgress: Progress = {
  done: 0,
  total: 0,
  running: [],
  preparing: null,
  detail: null,
  phaseMs: 0,
  elapsedMs: 0,
};

/** Follows a run, and tells how far it has come by now. */
function progressClock(nowMs: () => number): {
  readonly follow: (event: RunEvent) => void;
  readonly now: () => Progress;
} {
  let progress = noProgress;
  let startMs: number | null = null;
  let phaseBeganMs = nowMs();
  return {
    follow(event) {
      if (event.kind === 'trial-started') startMs ??= nowMs();
      if (beginsPhase(event)) phaseBeganMs = nowMs();
      progress = advance(progress, event);
    },
    now: () => ({ ...progress, phaseMs: nowMs() - phaseBeganMs, elapsedMs: startMs === null ? 0 : nowMs() - startMs }),
  };
}

/** The progress after the event; `elapsedMs` is the clock's affair. */
export function advance(progress: Progress, event: RunEvent): Progress {
  switch (event.kind) {
    case 'planned':
      return { ...progress, total: event.trials };
    case 'preparing':
      return { ...progress, preparing: plainLine(event.what), detail: null };
    case 'fetching':
      return { ...progress, detail: plainLine(event.what) };
    case 'trial-started':
      return { ...progress, running: [...progress.running, event.scenario], preparing: null, detail: null };
    case 'trial': {
      const at = progress.running.indexOf(event.history.scenario);
      const running = at < 0 ? progress.running : progress.running.toSpliced(at, 1);
      return { ...progress, done: progress.done + 1, running };
    }
    case 'dropped':
      return { ...progress, total: Math.max(progress.done, progress.total - event.trials) };
    default:
      return progress;
  }
}

/** "12/48 trials, about 3 min left · modcache-rename ×2, gopls-connect, 12 s", cut to `width` characters. */
export function progressText(progress: Progress, width: number): string {
  const left = timeLeft(progress);
  const trials =
    progress.total === 0 ? [] : [`${progress.done}/${progress.total} trials${left === '' ? '' : `, ${left}`}`];
  const running = [...groupBy(progress.running, (name) => name)].map(([name, { length }]) =>
    length === 1 ? name : `${name} ×${length}`,
  );
  const preparing = progress.preparing === null ? [] : [`preparing ${progress.preparing}`];
  const detail = progress.detail === null ? [] : [progress.detail];
  const doing = [...(running.length === 0 ? [] : [running.join(', ')]), ...preparing, ...detail].join(' · ');
  const since = doing === '' || progress.phaseMs < 1000 ? '' : `, ${elapsedText(progress.phaseMs)}`;
  const text = [...trials, ...(doing === '' ? [] : [doing + since])].join(' · ');
  return text.length <= width ? text : `${text.slice(0, Math.max(0, width - 1))}…`;
}

/**
 * A calm estimate: from the mean of all trials so far, in steps of a minute, and none before the fourth trial is done,
 * since the first ones also pay for cold caches.
 */
export function timeLeft(progress: Progress): string {
  const left = progress.total - progress.done;
  if (progress.done < 4 || left <= 0) return '';
  const minutes = Math.ceil(((progress.elapsedMs / progress.done) * left) / 60_000);
  if (minutes <= 1) return 'under a minute left';
  if (minutes < 90) return `about ${minutes} min left`;
  return `about ${Math.round(minutes / 60)} h left`;
}

const barWidth = 20;

/** Redraws five times a second, which keeps the process alive until `end` is called. */
export function liveDisplay(output: Output, nowMs: () => number): Display {
  const clock = progressClock(nowMs);
  const bars = new cliProgress.MultiBar({
    stream: output.stream,
    fps: 5,
    barsize: barWidth,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    clearOnComplete: true,
    hideCursor: true,
    // Lines that are longer than the window must wrap, not be cut; the bar itself is never longer.
    linewrap: true,
    // A line printed above the bar leaves none below it, even when the bar's own text is the same as before.
    forceRedraw: true,
    // Ctrl-C is the cli's affair.
    gracefulExit: false,
    format: (options, params) => {
      const progress = clock.now();
      const bar = progress.total === 0 ? '' : `${cliProgress.Format.BarFormat(params.progress, options)} `;
      // One column stays free, since some terminals wrap at a full line.
      return bar + progressText(progress, output.columns - 1 - bar.length);
    },
  });
  const bar = bars.create(1, 0);
  let ended = false;
  return {
    follow(event) {
      clock.follow(event);
      const progress = clock.now();
      bar.setTotal(Math.max(progress.total, 1));
      bar.update(progress.done);
    },
    print(lines) {
      if (ended) output.stream.write(`${lines}\n`);
      else bars.log(`${lines}\n`);
    },
    end() {
      if (ended) return;
      ended = true;
      // stop() forgets the lines that wait to be printed.
      bars.update();
      bars.stop();
    },
  };
}

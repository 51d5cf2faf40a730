/** The display of a run: lines above a redrawn bar, or plain lines. */
import cliProgress from 'cli-progress';
import { groupBy } from '../../group-by.ts';
import { elapsedText } from '../../terminal/elapsed.ts';
import { heartbeat } from '../../terminal/heartbeat.ts';
import type { Output } from '../../terminal/output.ts';
import { plainLine } from '../../terminal/plain-text.ts';
import type { RunEvent } from '../run-event.ts';

export interface Display {
  readonly follow: (event: RunEvent) => void;
  /** One or more whole lines without a final newline. */
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

/** The progress of a download is not a new phase. */
function beginsPhase({ kind }: RunEvent): boolean {
  return kind !== 'fetching';
}

/** The progress of a run. */
export interface Progress {
  readonly done: number;
  /** 0 until planning is done. */
  readonly total: number;
  /** The scenarios of the running trials, one entry per trial. */
  readonly running: readonly string[];
  /** The current preparation while nothing runs. */
  readonly preparing: string | null;
  /** Its progress: "go 1.26.8: 12.3 of 64.1 MB". */
  readonly detail: string | null;
  /** Since the start of the last phase. */
  readonly phaseMs: number;
  /** Since the start of the first trial; 0 before. */
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

/** Follows a run and returns its progress on demand. */
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

/** The progress after the event, without `elapsedMs`, which the clock adds. */
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
 * A steady estimate from the mean of all trials so far, in steps of a minute. None before the fourth trial,
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
    // Lines longer than the window must wrap, not be cut; the bar itself always fits.
    linewrap: true,
    // Redraws the bar below a printed line, even if the bar's text has not changed.
    forceRedraw: true,
    // The CLI handles Ctrl-C.
    gracefulExit: false,
    format: (options, params) => {
      const progress = clock.now();
      const bar = progress.total === 0 ? '' : `${cliProgress.Format.BarFormat(params.progress, options)} `;
      // Leaves one column free: some terminals wrap a full line.
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
      // stop() drops lines not yet printed.
      bars.update();
      bars.stop();
    },
  };
}

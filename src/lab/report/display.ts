/** The display of a run: lines above a redrawn block, or plain lines. */
import cliProgress from 'cli-progress';
import { heartbeat } from '../../terminal/heartbeat.ts';
import type { Output } from '../../terminal/output.ts';
import type { RunEvent } from '../run-event.ts';
import { beginsPhase, cellsText, cut, doingText, progressClock, trialsDoneText } from './progress.ts';

export interface Display {
  readonly follow: (event: RunEvent) => void;
  /** One or more whole lines without a final newline. */
  readonly print: (lines: string) => void;
  readonly end: () => void;
}

export function plainDisplay(stream: NodeJS.WritableStream, nowMs: () => number): Display {
  const clock = progressClock(nowMs);
  const beat = heartbeat(() => {
    const progress = clock.now();
    const text = [trialsDoneText(progress), doingText(progress)].filter((part) => part !== '').join(' · ');
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

const barWidth = 20;

/**
 * One block at the end of the screen: what runs, how many trials are done and how long the others will take, what
 * came of the cells. Redrawn five times a second, which keeps the process alive until `end` is called.
 */
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
    // Lines longer than the window must wrap, not be cut; those of the block always fit.
    linewrap: true,
    // Redraws the block below a printed line, even if its text has not changed.
    forceRedraw: true,
    // The CLI handles Ctrl-C.
    gracefulExit: false,
  });
  // One column stays free: some terminals wrap a full line.
  const line = (text: () => string): cliProgress.Options => ({ format: () => cut(text(), output.columns - 1) });
  bars.create(
    1,
    0,
    {},
    line(() => doingText(clock.now())),
  );
  let trials: cliProgress.SingleBar | null = null;
  let ended = false;
  const plan = () => {
    const bar = bars.create(
      1,
      0,
      {},
      {
        format: (options, { progress }) => {
          const drawn = `${cliProgress.Format.BarFormat(progress, options)} `;
          return drawn + cut(trialsDoneText(clock.now()), output.columns - 1 - drawn.length);
        },
      },
    );
    bars.create(
      1,
      0,
      {},
      line(() => cellsText(clock.now())),
    );
    return bar;
  };
  return {
    follow(event) {
      clock.follow(event);
      if (event.kind === 'planned') trials ??= plan();
      const { done, total } = clock.now().trials;
      trials?.setTotal(Math.max(total, 1));
      trials?.update(done);
    },
    print(lines) {
      if (ended) output.stream.write(`${lines}\n`);
      // The line takes the place of one of the block, which may be longer.
      else bars.log(`${lines}\n`.replaceAll('\n', '\u001b[K\n'));
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

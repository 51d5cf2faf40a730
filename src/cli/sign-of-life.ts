/** Progress on stderr while a command has no output yet: a live line on a terminal, else a line now and then. */
import type { ProvisionProgress } from '../go/context.ts';
import { elapsedText } from '../terminal/elapsed.ts';
import { heartbeat } from '../terminal/heartbeat.ts';
import type { Output } from '../terminal/output.ts';
import { plainLine } from '../terminal/plain-text.ts';
import { downloadPace } from './download-pace.ts';

export interface SignOfLife extends Disposable {
  /** Starts a phase: "gopls 0.24.0". The line appears only if the phase lasts. */
  readonly phase: (what: string) => void;
  /** The progress: "12.3 of 64.1 MB". */
  readonly detail: (text: string) => void;
  /** Bytes or a step of provisioning. */
  readonly provision: (event: ProvisionProgress) => void;
}

const redrawMs = 250;
/** A short phase shows no line, to avoid flicker. */
const liveFromMs = 500;

export function signOfLife(output: Output, nowMs: () => number = () => performance.now()): SignOfLife {
  const paceOf = downloadPace(nowMs);
  let what = '';
  let how = '';
  let sinceMs = nowMs();
  const text = () => `${what}${how === '' ? '' : ` · ${how}`}, ${elapsedText(nowMs() - sinceMs)}`;
  const shown = output.isTerminal
    ? liveLine(output, () => (what === '' || nowMs() - sinceMs < liveFromMs ? '' : text()))
    : heartbeat(() => {
        if (what !== '') output.stream.write(`still working: ${text()}\n`);
      });
  const phase = (next: string) => {
    if (next === what) return;
    what = next;
    how = '';
    sinceMs = nowMs();
    shown.restart();
  };
  const detail = (next: string) => {
    how = plainLine(next);
  };
  return {
    phase,
    detail,
    provision: (event) => {
      phase(event.what);
      detail('step' in event ? event.step : paceOf(event));
    },
    [Symbol.dispose]: () => shown[Symbol.dispose](),
  };
}

/** Redraws one line and clears it at the end. */
function liveLine(output: Output, text: () => string) {
  let drawn = false;
  const draw = () => {
    const line = text();
    if (line === '' && !drawn) return;
    // Leaves one column free: some terminals wrap a full line.
    output.stream.write(`\r\u001b[K${line.slice(0, Math.max(0, output.columns - 1))}`);
    drawn = line !== '';
  };
  const timer = setInterval(draw, redrawMs).unref();
  return {
    restart: draw,
    [Symbol.dispose]: () => {
      clearInterval(timer);
      if (drawn) output.stream.write('\r\u001b[K');
    },
  };
}

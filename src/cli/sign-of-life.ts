/** What a command is at while it has nothing to say yet: a live line on a terminal, a line now and then elsewhere. On stderr. */
import type { ProvisionProgress } from '../go/context.ts';
import { elapsedText } from '../terminal/elapsed.ts';
import { heartbeat } from '../terminal/heartbeat.ts';
import type { Output } from '../terminal/output.ts';
import { plainLine } from '../terminal/plain-text.ts';

export interface SignOfLife extends Disposable {
  /** Another thing is begun: "gopls 0.24.0". The line comes only when it lasts. */
  readonly phase: (what: string) => void;
  /** How far it is: "12.3 of 64.1 MB". */
  readonly detail: (text: string) => void;
  /** Bytes or a step of provisioning. */
  readonly provision: (event: ProvisionProgress) => void;
}

const redrawMs = 250;
/** What is over at once needs no line that flickers. */
const liveFromMs = 500;

export function signOfLife(output: Output, nowMs: () => number = () => performance.now()): SignOfLife {
  let what = '';
  let how = '';
  let sinceMs = nowMs();
  const text = () => `${what}${how === '' ? '' : ` · ${how}`}, ${elapsedText(nowMs() - sinceMs)}`;
  const shown = output.isTerminal
    ? liveLine(output, () => (what === '' || nowMs() - sinceMs < liveFromMs ? '' : text()))
    : heartbeat(() => {
        if (what !== '') output.stream.write(`still at it: ${text()}\n`);
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
      detail('step' in event ? event.step : bytesText(event));
    },
    [Symbol.dispose]: () => shown[Symbol.dispose](),
  };
}

/** "12.3 of 64.1 MB", or "12.3 MB" where the server does not say how much there is. */
export function bytesText(event: { readonly receivedBytes: number; readonly totalBytes: number | null }): string {
  const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);
  const { receivedBytes, totalBytes } = event;
  return totalBytes === null
    ? `${megabytes(receivedBytes)} MB`
    : `${megabytes(receivedBytes)} of ${megabytes(totalBytes)} MB`;
}

/** Redraws one line, and leaves none behind. */
function liveLine(output: Output, text: () => string) {
  let drawn = false;
  const draw = () => {
    const line = text();
    if (line === '' && !drawn) return;
    // One column stays free, since some terminals wrap at a full line.
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

/** Prints a line now and then during long work: in a log, silence looks like a hang. */

/** Until the first line of a phase, and between lines. */
export const firstMs = 3000;
export const everyMs = 10_000;

export interface Heartbeat extends Disposable {
  /** Call on a new phase: the next line comes `firstMs` from now, or `everyMs` after the last one, if that is sooner. */
  readonly restart: () => void;
}

/** Keeps no process alive. @param say prints a line about the work. */
export function heartbeat(say: () => void): Heartbeat {
  let timer: NodeJS.Timeout | undefined;
  let lastMs = performance.now();
  const next = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      say();
      lastMs = performance.now();
      next(everyMs);
    }, ms);
    timer.unref();
  };
  next(firstMs);
  return {
    // Short phases that follow each other must not silence it.
    restart: () => next(Math.max(0, Math.min(firstMs, lastMs + everyMs - performance.now()))),
    [Symbol.dispose]: () => clearTimeout(timer),
  };
}

/** Prints a line now and then during long work: in a log, silence looks like a hang. */

/** Until the first line, and between lines. */
export const firstMs = 3000;
export const everyMs = 10_000;

export interface Heartbeat extends Disposable {
  /** Call on other output or a new phase: the next line comes `firstMs` from now. */
  readonly restart: () => void;
}

/** Keeps no process alive. @param say prints a line about the work. */
export function heartbeat(say: () => void): Heartbeat {
  let timer: NodeJS.Timeout | undefined;
  const next = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      say();
      next(everyMs);
    }, ms);
    timer.unref();
  };
  next(firstMs);
  return { restart: () => next(firstMs), [Symbol.dispose]: () => clearTimeout(timer) };
}

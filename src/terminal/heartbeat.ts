/** A line now and then while something goes on, for who reads a log: silence looks like a hang. */

/** After the beginning, and after each line. */
export const firstMs = 3000;
export const everyMs = 10_000;

export interface Heartbeat extends Disposable {
  /** Something else was written, or another phase began: the next line comes `firstMs` from now. */
  readonly restart: () => void;
}

/** @param say writes a line on what goes on. It keeps no process alive. */
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

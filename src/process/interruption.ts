/** SIGINT, SIGTERM and SIGHUP as an AbortSignal. */
export interface Interruption extends Disposable {
  readonly signal: AbortSignal;
}

/** npm and timeout(1) deliver one Ctrl-C twice; a second within this time is the same one. */
const echoMs = 1000;

/**
 * The first signal asks for a clean end. A second one, from an impatient user, exits at once; the next
 * run sweeps the leftovers.
 */
export function onInterruption(): Interruption {
  const controller = new AbortController();
  let firstMs = 0;
  const interrupt = () => {
    if (!controller.signal.aborted) {
      firstMs = performance.now();
      controller.abort();
    } else if (performance.now() - firstMs > echoMs) {
      process.exit(130);
    }
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const name of signals) process.on(name, interrupt);
  return {
    signal: controller.signal,
    [Symbol.dispose]: () => {
      for (const name of signals) process.off(name, interrupt);
    },
  };
}

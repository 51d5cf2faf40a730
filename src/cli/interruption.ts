/** Ctrl-C and its kin as an AbortSignal. */
export interface Interruption extends Disposable {
  readonly signal: AbortSignal;
}

/** npm and timeout(1) deliver one Ctrl-C twice; what comes within this time of the first is the same one. */
const echoMs = 1000;

/**
 * The first signal asks for a clean end. A second one, which only somebody who is tired of waiting sends, ends the
 * process at once; what is left then, the next run sweeps.
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

/** Reports the phases before the tests and their durations, with a line at least every three seconds. */

const signOfLifeMs = 3000;

export interface Phases extends AsyncDisposable {
  /** Runs a phase, which notes its progress for the next report. A phase that ends before the first report stays silent. */
  readonly run: <T>(what: string, phase: (note: (text: string) => void) => Promise<T>) => Promise<T>;
  /** Reports a line at once. */
  readonly tell: (text: string) => void;
}

/** @param write gets one line without a newline. */
export function phasesOf(write: (line: string) => void): Phases {
  const begin = performance.now();
  const running = new Set<{ readonly what: string; readonly sinceMs: number; spoken: boolean; note: string }>();
  const seconds = (sinceMs: number) => `${Math.round((performance.now() - sinceMs) / 1000)} s`;
  const tell = (text: string) => write(`before the tests, ${seconds(begin)}: ${text}`);
  const timer = setInterval(() => {
    const lines = [...running].map((phase) => {
      phase.spoken = true;
      return `${phase.what}, for ${seconds(phase.sinceMs)}${phase.note === '' ? '' : ` (${phase.note})`}`;
    });
    if (lines.length > 0) tell(lines.join('; '));
  }, signOfLifeMs);
  return {
    run: async (what, phase) => {
      const own = { what, sinceMs: performance.now(), spoken: false, note: '' };
      running.add(own);
      try {
        const made = await phase((text) => {
          own.note = text;
        });
        if (own.spoken) tell(`${what} is there after ${seconds(own.sinceMs)}`);
        return made;
      } finally {
        running.delete(own);
      }
    },
    tell,
    [Symbol.asyncDispose]: async () => clearInterval(timer),
  };
}

/** Says what goes on before the tests, and since when; every three seconds something is said. */

const signOfLifeMs = 3000;

export interface Phases extends AsyncDisposable {
  /** Runs the phase; one that took less than a sign of life is not spoken of. */
  readonly run: <T>(what: string, phase: () => Promise<T>) => Promise<T>;
  /** How far the phase has come, for the next sign of life. */
  readonly note: (text: string) => void;
  /** At once. */
  readonly tell: (text: string) => void;
}

/** @param write one line, without its end. */
export function phasesOf(write: (line: string) => void): Phases {
  const begin = performance.now();
  let current: { readonly what: string; readonly sinceMs: number; spoken: boolean; note: string } | null = null;
  const seconds = (sinceMs: number) => `${Math.round((performance.now() - sinceMs) / 1000)} s`;
  const tell = (text: string) => write(`before the tests, ${seconds(begin)}: ${text}`);
  const timer = setInterval(() => {
    if (current === null) return;
    current.spoken = true;
    tell(`${current.what}, for ${seconds(current.sinceMs)}${current.note === '' ? '' : ` (${current.note})`}`);
  }, signOfLifeMs);
  return {
    run: async (what, phase) => {
      const own = { what, sinceMs: performance.now(), spoken: false, note: '' };
      current = own;
      try {
        const made = await phase();
        if (own.spoken) tell(`${what} is there after ${seconds(own.sinceMs)}`);
        return made;
      } finally {
        current = null;
      }
    },
    note: (text) => {
      if (current !== null) current.note = text;
    },
    tell,
    [Symbol.asyncDispose]: async () => clearInterval(timer),
  };
}

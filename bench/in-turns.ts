import { elapsedText } from '../src/terminal/elapsed.ts';

/** Medians over the pairs. A ratio or difference is of the two runs of one pair. */
export interface Turns {
  readonly oneMs: number;
  readonly otherMs: number;
  readonly ratio: number;
  readonly differenceMs: number;
}

/** How long a bench may be silent. */
const lifeMs = 3000;

type Task = () => Promise<unknown> | unknown;

/** Runs both sides in turns, so that other load affects both. */
export async function inTurns(pairs: number, one: Task, other: Task): Promise<Turns> {
  await one();
  await other();
  const times: { readonly one: number; readonly other: number }[] = [];
  const beganMs = performance.now();
  let toldMs = beganMs;
  for (let pair = 0; pair < pairs; pair++) {
    times.push({ one: await elapsedMs(one), other: await elapsedMs(other) });
    // Between the pairs, so that it costs neither side anything; the table goes to stdout.
    const nowMs = performance.now();
    if (nowMs - toldMs < lifeMs || pair + 1 === pairs) continue;
    toldMs = nowMs;
    const tookMs = nowMs - beganMs;
    const leftMs = (tookMs / (pair + 1)) * (pairs - pair - 1);
    process.stderr.write(`${pair + 1} of ${pairs} pairs, ${elapsedText(tookMs)}, about ${elapsedText(leftMs)} left\n`);
  }
  return {
    oneMs: median(times.map((time) => time.one)),
    otherMs: median(times.map((time) => time.other)),
    ratio: median(times.map((time) => time.one / time.other)),
    differenceMs: median(times.map((time) => time.one - time.other)),
  };
}

export async function elapsedMs(task: Task): Promise<number> {
  const begin = performance.now();
  await task();
  return performance.now() - begin;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

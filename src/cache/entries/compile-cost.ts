/** A longer pause lies between two commands, and is not the work of one entry. */
const longestMs = 10_000;

/**
 * Estimates how long each entry took to make, in wall time: the time since the previous entry of
 * the job, at most 10 s. Parallel builds share the time, and the first entry counts 0. So the sum
 * never exceeds the time in which the job made entries.
 *
 * @param madeMs when each was written, in any order.
 * @returns costs in ms, in the order of `madeMs`.
 */
export function compileCostsMs(madeMs: readonly number[]): readonly number[] {
  const order = madeMs.map((ms, index) => ({ ms, index })).sort((a, b) => a.ms - b.ms);
  const costs = new Array<number>(madeMs.length).fill(0);
  let before: number | null = null;
  for (const { ms, index } of order) {
    if (before !== null) costs[index] = Math.min(ms - before, longestMs);
    before = ms;
  }
  return costs;
}

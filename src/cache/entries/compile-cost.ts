/** A longer pause is one between two commands, and not one entry's work. */
const longestMs = 10_000;

/**
 * What each entry took to make, in wall time of its job: the time since the entry before it, at most 10 s. Where go
 * builds several at once they share the time; the first entry of a job counts nothing. So the sum is no more than the
 * time in which the job made entries.
 *
 * @param madeMs when each was written, in any order.
 * @returns in the order of `madeMs`.
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

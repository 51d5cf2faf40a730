import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compileCostsMs } from '../../../../src/cache/entries/compile-cost.ts';

it('counts for each entry the time since the one before it, in the order given', () => {
  expect(compileCostsMs([5000, 1000, 1500])).toEqual([3500, 0, 500]);
});

it('counts a pause between two commands as ten seconds at most', () => {
  expect(compileCostsMs([0, 600_000])).toEqual([0, 10_000]);
});

it('never comes to more than the time in which the entries were made', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1_000_000), { minLength: 1 }), (made) => {
      const sum = compileCostsMs(made).reduce((total, ms) => total + ms, 0);
      expect(sum).toBeLessThanOrEqual(Math.max(...made) - Math.min(...made));
    }),
  );
});

/** Separate from the runs of the part, which take minutes. */
import { expect, test } from 'vitest';
import { usedBy } from './part-of-the-catalogue.ts';

test('the part contains each fault, checker, word and finding of the catalogue', async () => {
  expect([...(await usedBy('part'))].sort()).toEqual([...(await usedBy('all'))].sort());
});

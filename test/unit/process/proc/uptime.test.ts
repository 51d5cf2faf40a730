import { expect, test } from 'vitest';
import { parseUptime } from '../../../../src/process/proc/stat.ts';

test('each hundredth of a second is one tick, at any uptime', () => {
  const found: number[] = [];
  const expected: number[] = [];
  for (const seconds of [0, 4, 67_219, 9_000_000]) {
    for (let hundredth = 0; hundredth < 100; hundredth++) {
      found.push(parseUptime(`${seconds}.${String(hundredth).padStart(2, '0')} 36965.37\n`));
      expected.push(seconds * 100 + hundredth);
    }
  }
  expect(found).toEqual(expected);
});

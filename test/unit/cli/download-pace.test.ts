import { expect, test } from 'vitest';
import { downloadPace } from '../../../src/cli/download-pace.ts';

const mega = (millions: number) => millions * 1_000_000;

test('a download tells how long it still takes once it has a pace, and a second one has a pace of its own', () => {
  let now = 0;
  const paceOf = downloadPace(() => now);
  const at = (ms: number, what: string, receivedBytes: number, totalBytes: number | null = mega(60)) => {
    now = ms;
    return paceOf({ what, receivedBytes, totalBytes });
  };
  expect(at(0, 'go', 0)).toBe('0.0 of 60.0 MB');
  expect(at(1000, 'go', mega(10))).toBe('10.0 of 60.0 MB');
  expect(at(4000, 'go', mega(20))).toBe('20.0 of 60.0 MB, about 8 s left');
  // Begun again, it has no pace yet.
  expect(at(5000, 'go', mega(1))).toBe('1.0 of 60.0 MB');
  expect(at(7000, 'go', mega(2))).toBe('2.0 of 60.0 MB, about 1 min 56 s left');
  expect(at(8000, 'gopls', mega(2))).toBe('2.0 of 60.0 MB');
  expect(at(12_000, 'gopls', mega(60))).toBe('60.0 of 60.0 MB');
  expect(at(13_000, 'other', mega(2), null)).toBe('2.0 MB');
  expect(at(19_000, 'other', mega(9), null)).toBe('9.0 MB');
});

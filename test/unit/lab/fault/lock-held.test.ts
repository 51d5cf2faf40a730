import { expect, test } from 'vitest';
import { lockHeld } from '../../../../src/lab/fault/lock-held.ts';

const { count } = lockHeld('$GOMODCACHE/cache/lock', 'a stopped process');

test('is armed only with the line "armed"', () => {
  expect(count('armed\n')).toEqual({ armed: true, hits: 0 });
  expect(count('')).toEqual({ armed: false, hits: 0 });
  expect(count('waiter 12\n')).toEqual({ armed: false, hits: 1 });
});

test('each waiter is one hit, however often it was seen', () => {
  expect(count('armed\nwaiter 12\nwaiter 13\nwaiter 12\n')).toEqual({ armed: true, hits: 2 });
});

import { expect, test } from 'vitest';
import { lockHeld } from '../../../../src/lab/fault/lock-held.ts';

const { count } = lockHeld('$GOMODCACHE/cache/lock', 'a stopped process');

test('a lock that was seen to be held is armed, and one that was not is not', () => {
  expect(count('armed\n')).toEqual({ armed: true, hits: 0 });
  expect(count('')).toEqual({ armed: false, hits: 0 });
  expect(count('waiter 12\n')).toEqual({ armed: false, hits: 1 });
});

test('each process that was seen to wait is one hit, however often it was seen', () => {
  expect(count('armed\nwaiter 12\nwaiter 13\nwaiter 12\n')).toEqual({ armed: true, hits: 2 });
});

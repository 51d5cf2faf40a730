import { expect, test } from 'vitest';
import { diskFull } from '../../../../src/lab/fault/disk-full.ts';

const { count, needs } = diskFull('$LAB/full', 'bytes');

test('a disk on which our own write failed is armed, and one on which it did not is not', () => {
  expect(count('armed\n')).toEqual({ armed: true, hits: 0 });
  expect(count('')).toEqual({ armed: false, hits: 0 });
});

test('each file or folder that was begun there is one hit, however often it was seen', () => {
  expect(count('armed\nbegan gocache\nbegan gocache/00\nbegan gocache\n')).toEqual({ armed: true, hits: 2 });
});

test('it is skipped where nothing can be mounted', () => {
  expect(needs).toEqual(['mount']);
});

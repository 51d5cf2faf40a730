import { expect, test } from 'vitest';
import { diskFull } from '../../../../src/lab/fault/disk-full.ts';

const { count, needs } = diskFull('$LAB/full', 'bytes');

test('is armed only with the line "armed"', () => {
  expect(count('armed\n')).toEqual({ armed: true, hits: 0 });
  expect(count('')).toEqual({ armed: false, hits: 0 });
});

test('each file or folder created there is one hit, however often it was seen', () => {
  expect(count('armed\nbegan gocache\nbegan gocache/00\nbegan gocache\n')).toEqual({ armed: true, hits: 2 });
});

test('is skipped without mounts', () => {
  expect(needs).toEqual(['mount']);
});

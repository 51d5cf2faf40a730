import { expect, test } from 'vitest';
import { mountedTwice } from '../../../../src/lab/fault/mounted-twice.ts';

const { count, needs } = mountedTwice('$LAB/volume', '$LAB/one', '$LAB/two');

test('is armed only with the line "armed"', () => {
  expect(count('armed\n')).toEqual({ armed: true, hits: 0 });
  expect(count('')).toEqual({ armed: false, hits: 0 });
});

test('each file locked through both mounts is one hit, however often it was seen', () => {
  expect(count('armed\nboth ./a.lock\nboth ./lock\nboth ./a.lock\n')).toEqual({ armed: true, hits: 2 });
});

test('is skipped without mounts', () => {
  expect(needs).toContain('fuse');
});

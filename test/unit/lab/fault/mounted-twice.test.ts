import { expect, test } from 'vitest';
import { mountedTwice } from '../../../../src/lab/fault/mounted-twice.ts';

const { count, needs } = mountedTwice('$LAB/volume', '$LAB/one', '$LAB/two');

test('two mounts that show the same file are armed, and what never came so far is not', () => {
  expect(count('armed\n')).toEqual({ armed: true, hits: 0 });
  expect(count('')).toEqual({ armed: false, hits: 0 });
});

test('each file that was seen locked through both is one hit, however often it was seen', () => {
  expect(count('armed\nboth ./a.lock\nboth ./lock\nboth ./a.lock\n')).toEqual({ armed: true, hits: 2 });
});

test('it is skipped where nothing can be mounted', () => {
  expect(needs).toContain('fuse');
});

import { expect, test } from 'vitest';
import { mountHung } from '../../../../src/lab/fault/mount-hung.ts';

const { count, needs } = mountHung('$LAB/far', '$GOMODCACHE');

test('a mount on which a look does not come back is armed, and what never came so far is not', () => {
  expect(count('armed\n')).toEqual({ armed: true, hits: 0 });
  expect(count('')).toEqual({ armed: false, hits: 0 });
});

test('each process that was seen to wait is one hit, however many of its threads do', () => {
  expect(count('armed\nwaits 12\nwaits 12\nwaits 13\n')).toEqual({ armed: true, hits: 2 });
});

test('it is skipped where nothing can be mounted', () => {
  expect(needs).toContain('fuse');
});

import { expect, test } from 'vitest';
import { mountHung } from '../../../../src/lab/fault/mount-hung.ts';

const { count, needs } = mountHung('$LAB/far', '$GOMODCACHE');

test('is armed only with the line "armed"', () => {
  expect(count('armed\n')).toEqual({ armed: true, hits: 0 });
  expect(count('')).toEqual({ armed: false, hits: 0 });
});

test('each waiting process is one hit, however many of its threads wait', () => {
  expect(count('armed\nwaits 12\nwaits 12\nwaits 13\n')).toEqual({ armed: true, hits: 2 });
});

test('is skipped without mounts', () => {
  expect(needs).toContain('fuse');
});

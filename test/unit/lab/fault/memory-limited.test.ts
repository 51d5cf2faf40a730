import { expect, test } from 'vitest';
import { memoryLimited } from '../../../../src/lab/fault/memory-limited.ts';

const { count, needs } = memoryLimited();

test('is armed only with the line "armed"', () => {
  expect(count('armed\noom_kill 0\n')).toEqual({ armed: true, hits: 0 });
  expect(count('')).toEqual({ armed: false, hits: 0 });
});

test('each process that the kernel killed is one hit, however often the count was read', () => {
  expect(count('armed\noom_kill 1\noom_kill 2\n')).toEqual({ armed: true, hits: 2 });
});

test('is skipped if a trial has no memory limit of its own', () => {
  expect(needs).toEqual(['memory']);
});

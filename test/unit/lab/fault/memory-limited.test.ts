import { expect, test } from 'vitest';
import { memoryLimited } from '../../../../src/lab/fault/memory-limited.ts';

const { count, needs } = memoryLimited();

test('a sandbox in which nothing was killed yet is armed, and one that says nothing of it is not', () => {
  expect(count('armed\noom_kill 0\n')).toEqual({ armed: true, hits: 0 });
  expect(count('')).toEqual({ armed: false, hits: 0 });
});

test('each process that the kernel has killed is one hit, however often the count was read', () => {
  expect(count('armed\noom_kill 1\noom_kill 2\n')).toEqual({ armed: true, hits: 2 });
});

test('it is skipped where a trial has no limit of its own', () => {
  expect(needs).toEqual(['memory']);
});

import { expect, test } from 'vitest';
import { powerLost } from '../../../../src/lab/fault/power-lost.ts';

const { count, needs, program, hold } = powerLost('$LAB/disk', {
  worker: 'download',
  at: 'create',
  path: 'off',
  lost: 'data',
});

test('is armed only with the line "armed"', () => {
  expect(count('armed\n')).toEqual({ armed: true, hits: 0 });
  expect(count('struck a: 0 of 7 bytes\n')).toMatchObject({ armed: false });
  expect(count('')).toEqual({ armed: false, hits: 0 });
});

test('each file that lost something is a hit', () => {
  expect(count('armed\nstruck a.zip: 0 of 343 bytes\nstruck a.mod: 0 of 32 bytes\n')).toEqual({ armed: true, hits: 2 });
  expect(count('armed\nnothing lost\n')).toEqual({ armed: true, hits: 0 });
});

test('is skipped without mounts, without /proc or without faultfs', () => {
  expect(needs).toEqual(['fuse', 'procfs']);
  expect(program).toBe('faultfs');
});

test('ends the processes of its worker, and of no other', () => {
  expect(hold).toContain('kill -KILL $(pids download) &&');
});

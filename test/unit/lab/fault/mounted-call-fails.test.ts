import { expect, test } from 'vitest';
import { mountedCallFails } from '../../../../src/lab/fault/mounted-call-fails.ts';

const { count, needs, program } = mountedCallFails('$LAB/nfs', { call: 'rename', path: '*/v1.0.0.zip' }, 'EBUSY');

test('is armed only with the line "armed"', () => {
  expect(count('armed\n')).toEqual({ armed: true, hits: 0 });
  expect(count('')).toEqual({ armed: false, hits: 0 });
});

test('each injected failure is a hit', () => {
  expect(count('armed\nstruck a/v1.0.0.zip\nstruck a/v1.0.0.zip\n')).toEqual({ armed: true, hits: 2 });
});

test('is skipped without mounts or without faultfs', () => {
  expect(needs).toEqual(['fuse']);
  expect(program).toBe('faultfs');
});

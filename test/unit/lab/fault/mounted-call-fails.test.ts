import { expect, test } from 'vitest';
import { mountedCallFails } from '../../../../src/lab/fault/mounted-call-fails.ts';

const { count, needs, program } = mountedCallFails('$LAB/nfs', { call: 'rename', path: '*/v1.0.0.zip' }, 'EBUSY');

test('a mount on which the canary was struck is armed, and one that never came so far is not', () => {
  expect(count('armed\n')).toEqual({ armed: true, hits: 0 });
  expect(count('')).toEqual({ armed: false, hits: 0 });
});

test('each struck call is a hit', () => {
  expect(count('armed\nstruck a/v1.0.0.zip\nstruck a/v1.0.0.zip\n')).toEqual({ armed: true, hits: 2 });
});

test('it is skipped where nothing can be mounted, or faultfs cannot be built', () => {
  expect(needs).toEqual(['fuse']);
  expect(program).toBe('faultfs');
});

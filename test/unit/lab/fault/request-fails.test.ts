import { expect, test } from 'vitest';
import { requestFails } from '../../../../src/lab/fault/request-fails.ts';

const fault = requestFails(/\.zip$/, 'stall');

test('is armed when its server listens, and counts the failed requests as hits', () => {
  expect(fault.count('armed\n')).toEqual({ armed: true, hits: 0 });
  expect(fault.count('armed\nstruck /a.zip\nstruck /b.zip\n')).toEqual({ armed: true, hits: 2 });
});

test('is not armed if its server never listened', () => {
  expect(fault.count('')).toEqual({ armed: false, hits: 0 });
});

test('needs node and its own network for its port', () => {
  expect(fault.needs).toEqual(['node', 'netns']);
});

test('each hit has the time in the line before it', () => {
  expect(fault.times?.('armed\nat 1700000000.125\nstruck /a.zip\nstruck /of-an-older-proxy\n')).toEqual([
    1700000000125000,
  ]);
});

import { expect, test } from 'vitest';
import { requestFails } from '../../../../src/lab/fault/request-fails.ts';

const fault = requestFails(/\.zip$/, 'stall');

test('is in force when its server listens, and counts the requests that it struck', () => {
  expect(fault.count('armed\n')).toEqual({ armed: true, hits: 0 });
  expect(fault.count('armed\nstruck /a.zip\nstruck /b.zip\n')).toEqual({ armed: true, hits: 2 });
});

test('is not in force when its server never listened', () => {
  expect(fault.count('')).toEqual({ armed: false, hits: 0 });
});

test('needs node, and a network of its own for its port', () => {
  expect(fault.needs).toEqual(['node', 'netns']);
});

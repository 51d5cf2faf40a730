import { expect, test } from 'vitest';
import { defaultJobs } from '../../../src/cli/run/default-jobs.ts';

const gb = 1 << 30;

test.each([
  ['four for each CPU', 2, 8 * gb, 0, 8],
  ['as many as the memory has room for', 16, 16 * gb, 0, 32],
  ['as many as the limit of the cgroup has room for', 2, 8 * gb, gb, 2],
  ['a cgroup without a limit changes nothing', 2, 8 * gb, Number.MAX_SAFE_INTEGER, 8],
  ['one where memory is short', 4, gb / 4, 0, 1],
])('%s', (_, cpus, memory, limit, jobs) => {
  expect(defaultJobs(cpus, memory, limit)).toBe(jobs);
});

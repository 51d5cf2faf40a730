import { it } from 'vitest';
import { runJobSequences } from './job-sequences.ts';

// UNLATCH_SEQUENCES=10000 for more.
const count = Number(process.env['UNLATCH_SEQUENCES'] ?? 2000);

it(
  'comes to rest with one archive for all jobs, whatever they need, in whichever order they run',
  async () => {
    await runJobSequences(count, 20_261_128);
  },
  Math.max(600_000, 200 * count),
);

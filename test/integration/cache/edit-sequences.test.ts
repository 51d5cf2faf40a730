import { it } from 'vitest';
import { runEditSequences } from './edit-sequences.ts';

// bench/cache.ts runs a hundred of them.
it('loses nothing that the next job needs, whatever is edited between two jobs', async () => {
  await runEditSequences(5, 20_261_123);
}, 600_000);

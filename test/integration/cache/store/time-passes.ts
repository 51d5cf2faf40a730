import { setTimeout } from 'node:timers/promises';
import type { Pool } from '../../../../src/cache/store/pool/pool.ts';

/** Resolves when that many milliseconds have passed on the pool's own clock. */
export async function timePasses(pool: Pool, ms: number): Promise<void> {
  const startMs = await pool.nowMs();
  while ((await pool.nowMs()) <= startMs + ms) await setTimeout(100);
}

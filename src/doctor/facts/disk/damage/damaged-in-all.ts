import type { DamagedOutput } from '../../../cache-fact.ts';
import { allOfGocache } from '../gocache-files.ts';
import { within } from '../places.ts';
import { damagedOutputs, deepBound } from './damaged-outputs.ts';

/** For a filesystem that answers, but slower than the bound assumes. */
const limitMs = 120_000;

/** Of all outputs in GOCACHE, as far as the bound allows; null: it did not answer. */
export async function damagedInAll(
  gocache: string | null,
  at: number,
  unseen: string[],
): Promise<readonly DamagedOutput[] | null> {
  if (gocache === null) return null;
  const look = async () => {
    const { files, whole } = await allOfGocache(gocache, performance.now() + deepBound.outputsMs);
    const found = await damagedOutputs(gocache, files, at, deepBound);
    return { damaged: found.damaged, whole: whole && found.whole };
  };
  const looked = await within(limitMs, look());
  if (looked === 'hung') return null;
  if (!looked.whole) unseen.push('the content of some outputs in GOCACHE: reading all of them takes too long');
  return looked.damaged;
}

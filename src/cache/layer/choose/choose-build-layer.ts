import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { amountOf } from '../../accounting.ts';
import type { ManifestEntry } from '../../archive/manifest.ts';
import { chooseBuildEntries } from '../../entries/choose-entries.ts';
import type { RestoredCache } from '../../restored-caches.ts';
import type { LayerUnit } from '../layer-manifest.ts';
import type { ChosenUnit, LayerChoice } from './choose-layer.ts';

/** A file that go names by a hash: it never has another content that is worth keeping. */
const hashed = /^[0-9a-f]{2}\/[0-9a-f]{64}-/;

/**
 * Chooses what the job used and made in GOCACHE. go renews the time of an entry that it uses, which
 * the overlay keeps above the layers; so the mounted folder tells the same as one that was stamped.
 *
 * @param changes the folder with what the job changed, as for chooseModuleLayer
 */
export function chooseBuildLayer(
  restored: RestoredCache,
  startedMs: number,
  known: ReadonlyMap<string, LayerUnit>,
  changes: string,
): LayerChoice {
  const entries = new Map<string, ManifestEntry>();
  for (const unit of known.values()) entries.set(unit.path, { ...unit, crc32: '', unusedFor: 0 });
  const { files, swept, costsMs, reusedWorthMs, madeAnewCostMs } = chooseBuildEntries(restored, startedMs, entries);
  const anew: ChosenUnit[] = [];
  const reused: LayerUnit[] = [];
  for (const { path, bytes, isNew } of files) {
    const unit = { path, bytes, costMs: costsMs.get(path) ?? 0 };
    const isHashed = hashed.test(path);
    // Fuzz findings and the test expiry change in place: if the job wrote one, it counts.
    const isWritten = isNew && !isHashed && existsSync(join(changes, path));
    if (known.has(path) && !isWritten) reused.push(unit);
    else anew.push({ ...unit, files: [path] });
  }
  // An action may have been made anew whose output was there.
  const made = amountOf(anew).bytes === 0 ? 0 : madeAnewCostMs;
  return { anew, reused, swept, reusedWorthMs, madeAnewCostMs: made };
}

import type { RestoredCache } from '../restored-caches.ts';
import type { SaveDecision } from '../save-policy.ts';

/** What a job leaves of a mounted cache, in unpacked bytes. */
export interface LayerChange {
  readonly hit: RestoredCache['hit'];
  /** What the next job needs: what this one used or made. */
  readonly liveBytes: number;
  /** The part of it that no mounted layer has. */
  readonly newBytes: number;
  /** What the mounted layers hold, used or not. */
  readonly mountedBytes: number;
  /** How many layers are mounted. */
  readonly layers: number;
  readonly refreshAbovePercent: number;
  /** Whether any new byte pays, as one that else is downloaded from somewhere else. */
  readonly anyNewPays: boolean;
  /** Only this ref reads what is saved, so a new base would only use up the quota. */
  readonly ownScope: boolean;
}

export interface LayerPlan extends SaveDecision {
  /** Everything that is needed, or only what is new. */
  readonly what: 'base' | 'increment';
}

/**
 * Each layer is one more request and one more lookup for a name that is not there: about 0.3 s of
 * each later job. Six of them cost as much as the download of 100 MB.
 */
export const mostLayers = 6;

/**
 * A base uploads what is needed once, and spares each later job the dead part. Below this share the
 * chain never pays for itself before the next bump, which makes other parts dead; above it, the
 * chain takes half as much again of the quota as it should.
 */
const mostMountedShare = 1.5;

/**
 * Whether a job must record which entries of the build cache it uses. Where nothing in the key has changed, what the newest
 * layer's own job used says as much, unless a new base may be due.
 *
 * @param countedLiveBytes what the newest layer's job needed; null: it kept no record itself
 */
export function mustRecordUse(
  isExactHit: boolean,
  { mountedBytes, layers }: Pick<LayerChange, 'mountedBytes' | 'layers'>,
  countedLiveBytes: number | null,
): boolean {
  if (!isExactHit || countedLiveBytes === null || layers >= mostLayers) return true;
  return mountedBytes > mostMountedShare * countedLiveBytes;
}

/** Whether to save an increment or a new base, or nothing. */
export function planLayer(change: LayerChange): LayerPlan {
  const { hit, liveBytes, newBytes, mountedBytes, layers, refreshAbovePercent, anyNewPays, ownScope } = change;
  const base = (save: boolean, why: string): LayerPlan => ({ what: 'base', save, why });
  if (liveBytes === 0) return base(false, 'the job used nothing and made nothing');
  if (hit === 'miss') return base(true, 'there was no layer');
  if (hit === 'damaged') return base(true, 'the layer was damaged');
  const dead = mountedBytes + newBytes - liveBytes;
  const anew = `${((100 * newBytes) / liveBytes).toFixed(1)} % of the bytes are new`;
  const shares = `${anew}, and ${((100 * dead) / (mountedBytes + newBytes)).toFixed(1)} % of all are dead`;
  const pays = newBytes > (liveBytes * refreshAbovePercent) / 100 || (anyNewPays && newBytes > 0);
  const isDear = mountedBytes + (pays ? newBytes : 0) > mostMountedShare * liveBytes;
  if (isDear && !ownScope) return base(true, `${shares}: a new base is cheaper than ${layers} layers`);
  if (!pays) {
    return { what: 'increment', save: false, why: `${shares}; not above ${refreshAbovePercent} % new` };
  }
  if (layers >= mostLayers) return base(true, `${shares}, and ${layers} layers are the most`);
  return { what: 'increment', save: true, why: shares };
}

import type { Amount } from '../../accounting.ts';
import type { LayerUnit } from '../layer-manifest.ts';

/** A unit that the next job needs, with the files that it is made of. */
export interface ChosenUnit extends LayerUnit {
  /** Relative to the cache's folder. */
  readonly files: readonly string[];
}

/** What of a cache goes into a layer. */
export interface LayerChoice {
  /** What no mounted layer has. */
  readonly anew: readonly ChosenUnit[];
  /** What the job needs of the mounted layers. */
  readonly reused: readonly LayerUnit[];
  readonly swept: Amount;
  readonly reusedWorthMs: number | null;
  readonly madeAnewCostMs: number | null;
}

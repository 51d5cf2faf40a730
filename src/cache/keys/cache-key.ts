import type { NeedId } from '../modules/module-needs.ts';

/** One part of a key, as the job summary shows it. */
export interface KeyPart {
  /** "deps" */
  readonly name: string;
  /** Its text in the key: "3f9a01bc2d4e". */
  readonly value: string;
  /** What it is computed from: "go.mod and go.sum of 3 modules". */
  readonly from: string;
}

/**
 * A key as a list of parts, the most stable first, so that every shorter list is a prefix to fall
 * back to.
 */
export interface CacheKey {
  readonly key: string;
  /** From the longest to the shortest. */
  readonly prefixes: readonly string[];
  readonly parts: readonly KeyPart[];
  /**
   * Modules only: all jobs share one archive, which records whose needs it covers. null for the
   * other kinds.
   */
  readonly need: NeedId | null;
}

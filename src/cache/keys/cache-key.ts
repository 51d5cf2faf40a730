import type { NeedId } from '../modules/module-needs.ts';

/** One ingredient of a key, in the words of the job summary. */
export interface KeyPart {
  /** "deps" */
  readonly name: string;
  /** As it stands in the key: "3f9a01bc2d4e". */
  readonly value: string;
  /** What it is made of: "go.mod and go.sum of 3 modules". */
  readonly from: string;
}

/** A key as a list of parts, the most lasting first, so that every shorter list is a prefix to fall back to. */
export interface CacheKey {
  readonly key: string;
  /** From the longest to the shortest. */
  readonly prefixes: readonly string[];
  readonly parts: readonly KeyPart[];
  /** Of modules: all jobs ask for one archive, which itself tells whose needs it knows. null for the other kinds. */
  readonly need: NeedId | null;
}

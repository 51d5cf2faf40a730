/** Syntax errors in settings files. */
import type { Position } from '../position.ts';

export interface Malformed {
  readonly place: Position;
  /** "comma expected" */
  readonly why: string;
}

/** More values than any settings file has: aliases in YAML can multiply a kilobyte to gigabytes. */
export const valueLimit = 100_000;

export class TooManyValues extends Error {}

/** Whether a parser gave up because of deep nesting: parsers recurse once per level. */
export function isTooDeep(error: unknown): boolean {
  return error instanceof RangeError && /call stack/.test(error.message);
}

/** How a file breaks the rules of its format. */
import type { Position } from '../position.ts';

export interface Malformed {
  readonly place: Position;
  /** "a comma is missing" */
  readonly why: string;
}

/** More values than any settings file has: aliases in YAML can multiply a kilobyte to gigabytes. */
export const valueLimit = 100_000;

export class TooManyValues extends Error {}

/** Whether a parser gave up because of the nesting: they call themselves once for each level. */
export function isTooDeep(error: unknown): boolean {
  return error instanceof RangeError && /call stack/.test(error.message);
}

/** Where something stands in a file, and a value that knows where it stands. */

export interface Position {
  /** Relative to the workspace, with slashes. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units. */
  readonly column: number;
}

/** A value of JSON or YAML, with the places of all that is in it. */
export interface Positioned {
  readonly place: Position;
  /** As a program reads it: 1.20 is the number 1.2. */
  readonly value: unknown;
  /** As it is written, of a scalar: "1.20". */
  readonly written: string;
  /** Of a mapping; a key that stands twice stands here twice. */
  readonly entries: readonly Entry[];
  /** Of a list. */
  readonly items: readonly Positioned[];
}

export interface Entry {
  readonly key: string;
  /** Of the key. */
  readonly place: Position;
  readonly value: Positioned;
}

/** What stands under the keys, one below the other; of a key that stands twice the last, as every parser has it. */
export function under(value: Positioned | undefined, ...keys: readonly string[]): Positioned | undefined {
  return keys.reduce<Positioned | undefined>((at, key) => entryOf(at, key)?.value, value);
}

export function entryOf(value: Positioned | undefined, key: string): Entry | undefined {
  return value?.entries.findLast((entry) => entry.key === key);
}

/** The text of a string; null for anything else. */
export function textOf(value: Positioned | undefined): string | null {
  return typeof value?.value === 'string' ? value.value : null;
}

export function orderOfPositions(a: Position, b: Position): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column;
}

/** Positions in a file, and values with their positions. */

export interface Position {
  /** Relative to the workspace, with slashes. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 code units. */
  readonly column: number;
}

/** A value of JSON, YAML, TOML or Lua, with the positions of everything in it. */
export interface Positioned {
  readonly place: Position;
  /** As parsed: 1.20 is the number 1.2. */
  readonly value: unknown;
  /** Scalars only, as written: "1.20". */
  readonly written: string;
  /** Mappings only; a duplicate key appears twice. */
  readonly entries: readonly Entry[];
  /** Lists only. */
  readonly items: readonly Positioned[];
}

export interface Entry {
  readonly key: string;
  /** Position of the key. */
  readonly place: Position;
  readonly value: Positioned;
}

/** The value at a path of keys. The last of duplicate keys wins, as in every parser. */
export function under(value: Positioned | undefined, ...keys: readonly string[]): Positioned | undefined {
  return keys.reduce<Positioned | undefined>((at, key) => entryOf(at, key)?.value, value);
}

export function entryOf(value: Positioned | undefined, key: string): Entry | undefined {
  return value?.entries.findLast((entry) => entry.key === key);
}

/** A string's text; null for other values. */
export function textOf(value: Positioned | undefined): string | null {
  return typeof value?.value === 'string' ? value.value : null;
}

export function orderOfPositions(a: Position, b: Position): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column;
}

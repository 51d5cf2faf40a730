/** JSON as VS Code accepts it, with comments and trailing commas. */
import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Entry, Position, Positioned } from '../position.ts';
import { positionsIn } from '../positions-in.ts';
import { isTooDeep, type Malformed } from './malformed.ts';

/**
 * What could be parsed, even from a malformed file, as in VS Code. root: null for an empty file.
 */
export interface ParsedFile {
  readonly root: Positioned | null;
  readonly malformed: readonly Malformed[];
}

export function parseJson(file: string, text: string): ParsedFile {
  const placeAt = positionsIn(file, text);
  try {
    const errors: ParseError[] = [];
    const tree = parseTree(text, errors, { allowTrailingComma: true, allowEmptyContent: true });
    return {
      root: tree === undefined ? null : locate(tree, text, placeAt),
      // Later errors mostly follow from the first.
      malformed: errors
        .slice(0, 1)
        .map(({ error, offset }) => ({ place: placeAt(offset), why: inWords(printParseErrorCode(error)) })),
    };
  } catch (error) {
    if (!isTooDeep(error)) throw error;
    return { root: null, malformed: [{ place: { file, line: 1, column: 1 }, why: 'nested too deeply' }] };
  }
}

function locate(node: Node, text: string, placeAt: (offset: number) => Position): Positioned {
  const inside = node.children ?? [];
  const entries: readonly Entry[] =
    node.type !== 'object'
      ? []
      : inside.flatMap(({ children: [key, value] = [] }) =>
          key === undefined || value === undefined
            ? []
            : [{ key: String(key.value), place: placeAt(key.offset), value: locate(value, text, placeAt) }],
        );
  const items = node.type === 'array' ? inside.map((item) => locate(item, text, placeAt)) : [];
  return {
    place: placeAt(node.offset),
    value:
      node.type === 'object'
        ? Object.fromEntries(entries.map(({ key, value }) => [key, value.value]))
        : node.type === 'array'
          ? items.map(({ value }) => value)
          : node.value,
    written: text.slice(node.offset, node.offset + node.length),
    entries,
    items,
  };
}

/** "CommaExpected" → "comma expected" */
function inWords(code: string): string {
  return code.replace(/(?<!^)[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).toLowerCase();
}

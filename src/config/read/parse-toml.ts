/** TOML with positions: https://toml.io/en/v1.0.0 */
import { type AST, parseTOML } from 'toml-eslint-parser';
import type { Entry, Position, Positioned } from '../position.ts';
import { isTooDeep } from './malformed.ts';
import type { ParsedFile } from './parse-json.ts';

export function parseToml(file: string, text: string): ParsedFile {
  const placeOf = ({ loc }: AST.TOMLNode): Position => ({ file, line: loc.start.line, column: loc.start.column + 1 });
  try {
    const [top] = parseTOML(text).body;
    const root: Branch = { place: { file, line: 1, column: 1 }, entries: new Map() };
    const put = (into: Branch, { key, value }: AST.TOMLKeyValue) => {
      const last = key.keys.at(-1);
      if (last === undefined) return;
      const above = key.keys.slice(0, -1).reduce((at, part) => below(at, nameOf(part), placeOf(part)), into);
      above.entries.set(nameOf(last), { place: placeOf(last), value: nodeOf(value) });
    };
    const nodeOf = (node: AST.TOMLContentNode): Positioned | Branch => {
      if (node.type === 'TOMLInlineTable') {
        const table: Branch = { place: placeOf(node), entries: new Map() };
        for (const entry of node.body) put(table, entry);
        return table;
      }
      const items = node.type === 'TOMLArray' ? node.elements.map((element) => located(nodeOf(element))) : [];
      const value = node.type === 'TOMLArray' ? items.map((item) => item.value) : node.value;
      return { place: placeOf(node), value, written: text.slice(...node.range), entries: [], items };
    };
    for (const node of top.body) {
      if (node.type === 'TOMLKeyValue') {
        put(root, node);
        continue;
      }
      // Each table of an array is stored under its index; no setting that we read uses arrays of
      // tables.
      const table = node.resolvedKey.reduce<Branch>((at, key) => below(at, String(key), placeOf(node.key)), root);
      for (const entry of node.body) put(table, entry);
    }
    return { root: located(root), malformed: [] };
  } catch (error) {
    if (isTooDeep(error)) {
      return { root: null, malformed: [{ place: { file, line: 1, column: 1 }, why: 'nested too deeply' }] };
    }
    // The library's ParseError; `instanceof` does not work for it in a bundle.
    if (error instanceof Error && 'lineNumber' in error && 'column' in error) {
      const place = { file, line: Number(error.lineNumber), column: Number(error.column) + 1 };
      return { root: null, malformed: [{ place, why: error.message }] };
    }
    throw error;
  }
}

/** A table, which several headings and dotted keys may fill. */
interface Branch {
  readonly place: Position;
  readonly entries: Map<string, { readonly place: Position; readonly value: Positioned | Branch }>;
}

function isBranch(value: Positioned | Branch): value is Branch {
  return value.entries instanceof Map;
}

function below(at: Branch, name: string, place: Position): Branch {
  const there = at.entries.get(name)?.value;
  if (there !== undefined && isBranch(there)) return there;
  const made: Branch = { place, entries: new Map() };
  at.entries.set(name, { place, value: made });
  return made;
}

function nameOf(key: AST.TOMLBare | AST.TOMLQuoted): string {
  return key.type === 'TOMLBare' ? key.name : key.value;
}

function located(value: Positioned | Branch): Positioned {
  if (!isBranch(value)) return value;
  const entries = Array.from(
    value.entries,
    ([key, entry]): Entry => ({ key, place: entry.place, value: located(entry.value) }),
  );
  return {
    place: value.place,
    value: Object.fromEntries(entries.map((entry) => [entry.key, entry.value.value])),
    written: '',
    entries,
    items: [],
  };
}

/** YAML with positions. Follows aliases, up to a limit far above any settings file. */
import { type Alias, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, visit } from 'yaml';
import type { Entry, Position, Positioned } from '../position.ts';
import { isTooDeep, TooManyValues, valueLimit } from './malformed.ts';
import type { ParsedFile } from './parse-json.ts';

export function parseYaml(file: string, text: string): ParsedFile {
  const start: Position = { file, line: 1, column: 1 };
  try {
    const lineCounter = new LineCounter();
    const document = parseDocument(text, { lineCounter, logLevel: 'silent', prettyErrors: false });
    const placeAt = (offset: number): Position => {
      const { line, col } = lineCounter.linePos(offset);
      return { file, line, column: col };
    };
    const [error] = document.errors;
    if (error !== undefined) {
      return { root: null, malformed: [{ place: placeAt(error.pos[0]), why: error.message.split('\n')[0] ?? '' }] };
    }
    const targets = targetsOf(document);
    let values = 0;
    const locate = (node: unknown, place: Position): Positioned => {
      values += 1;
      if (values > valueLimit) throw new TooManyValues();
      if (isAlias(node)) {
        const target = targets.get(node);
        if (target !== undefined) return locate(target, placeOf(node, place));
        throw new LooseAlias(placeOf(node, place), node.source);
      }
      const own = placeOf(node, place);
      if (isMap(node)) {
        const entries = node.items.map(({ key, value }): Entry => {
          const keyPlace = placeOf(key, own);
          return { key: isScalar(key) ? String(key.value) : '', place: keyPlace, value: locate(value, keyPlace) };
        });
        const value = Object.fromEntries(entries.map((entry) => [entry.key, entry.value.value]));
        return { place: own, value, written: '', entries, items: [] };
      }
      if (isSeq(node)) {
        const items = node.items.map((item) => locate(item, own));
        return { place: own, value: items.map(({ value }) => value), written: '', entries: [], items };
      }
      const value = isScalar(node) ? node.value : null;
      const written = isScalar(node) ? (node.source ?? String(node.value)) : '';
      return { place: own, value, written, entries: [], items: [] };
    };
    const placeOf = (node: unknown, otherwise: Position): Position => {
      const range = (node as Node | null | undefined)?.range;
      return range == null ? otherwise : placeAt(range[0]);
    };
    return { root: document.contents === null ? null : locate(document.contents, start), malformed: [] };
  } catch (error) {
    if (error instanceof LooseAlias) {
      return { root: null, malformed: [{ place: error.place, why: `there is no anchor &${error.anchor}` }] };
    }
    if (error instanceof TooManyValues) {
      return { root: null, malformed: [{ place: start, why: `more than ${valueLimit} values` }] };
    }
    if (!isTooDeep(error)) throw error;
    return { root: null, malformed: [{ place: start, why: 'nested too deeply' }] };
  }
}

class LooseAlias extends Error {
  readonly place: Position;
  readonly anchor: string;
  constructor(place: Position, anchor: string) {
    super(anchor);
    this.place = place;
    this.anchor = anchor;
  }
}

/**
 * The target of each alias, in a single walk: `Alias.resolve` walks the document for each alias.
 */
function targetsOf(document: Parameters<typeof visit>[0]): ReadonlyMap<Alias, Node> {
  const anchors = new Map<string, Node>();
  const targets = new Map<Alias, Node>();
  visit(document, {
    Alias: (_, alias) => {
      const target = anchors.get(alias.source);
      if (target !== undefined) targets.set(alias, target);
    },
    Value: (_, node) => {
      if (node.anchor !== undefined) anchors.set(node.anchor, node);
    },
  });
  return targets;
}

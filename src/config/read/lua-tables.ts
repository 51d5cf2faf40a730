/**
 * Tables of a Lua file that can be read without running it: literals, and tables of them. Calls and
 * variables have no value here. Source: https://www.lua.org/manual/5.1/manual.html#2.5.7
 */
import type { Entry, Position, Positioned } from '../position.ts';
import { positionsIn } from '../positions-in.ts';

/** A table, and the text before it on its line: "vim.lsp.config('gopls', ". */
export interface LuaTable {
  readonly before: string;
  readonly table: Positioned;
}

/** Deeper tables are not settings, and each level is a recursive call here. */
const maxLevels = 100;

/** All top-level tables, in order. */
export function luaTables(file: string, text: string): readonly LuaTable[] {
  const placeAt = positionsIn(file, text);
  const tokens = tokensOf(text);
  const found: LuaTable[] = [];
  for (let at = 0; at < tokens.length; ) {
    if (!isSign(tokens[at], '{')) {
      at += 1;
      continue;
    }
    const offset = tokens[at]?.offset ?? 0;
    const lineStart = text.lastIndexOf('\n', offset) + 1;
    const read = tableAt(tokens, at, placeAt, 0);
    if (read.value !== null) found.push({ before: text.slice(lineStart, offset), table: read.value });
    at = read.next;
  }
  return found;
}

interface Token {
  readonly kind: 'string' | 'number' | 'name' | 'sign';
  /** For a string, its unescaped value. */
  readonly text: string;
  readonly offset: number;
}

const pattern =
  /--\[(=*)\[[\s\S]*?(?:\]\1\]|$)|--[^\n]*|\[(=*)\[[\s\S]*?(?:\]\2\]|$)|"(?:\\[\s\S]|[^"\\\n])*"|'(?:\\[\s\S]|[^'\\\n])*'|[A-Za-z_]\w*|\d[\w.]*|\S/g;

function tokensOf(text: string): readonly Token[] {
  return Array.from(text.matchAll(pattern)).flatMap(({ 0: word, index: offset }): readonly Token[] => {
    if (word.startsWith('--')) return [];
    if (/^\[=*\[/.test(word)) {
      return [{ kind: 'string', text: word.replace(/^\[=*\[\n?|\]=*\]$/g, ''), offset }];
    }
    if (word.length > 1 && /^["']/.test(word)) return [{ kind: 'string', text: unescaped(word.slice(1, -1)), offset }];
    if (/^[A-Za-z_]/.test(word)) return [{ kind: 'name', text: word, offset }];
    return [{ kind: /^\d/.test(word) ? 'number' : 'sign', text: word, offset }];
  });
}

function unescaped(text: string): string {
  return text.replace(/\\([\s\S])/g, (_, letter: string) => ({ n: '\n', t: '\t' })[letter] ?? letter);
}

type PlaceAt = (offset: number) => Position;

interface Read {
  /**
   * null: the table is empty, or a list that is not fully readable. An empty table may be a list or
   * a mapping.
   */
  readonly value: Positioned | null;
  readonly next: number;
}

function tableAt(tokens: readonly Token[], open: number, placeAt: PlaceAt, level: number): Read {
  const place = placeAt(tokens[open]?.offset ?? 0);
  const entries: Entry[] = [];
  const items: Positioned[] = [];
  let at = open + 1;
  let lost = false;
  while (at < tokens.length && !isSign(tokens[at], '}')) {
    const key = keyAt(tokens, at);
    const { value, next } = valueAt(tokens, key?.next ?? at, placeAt, level);
    const keyToken = key?.token;
    if (value !== null && keyToken !== undefined) {
      entries.push({ key: keyToken.text, place: placeAt(keyToken.offset), value });
    } else if (value !== null && key === null) {
      items.push(value);
    } else if (key === null) {
      lost = true;
    }
    at = next;
    if (isSign(tokens[at], ',') || isSign(tokens[at], ';')) at += 1;
  }
  if (entries.length === 0 && (lost || items.length === 0)) return { value: null, next: at + 1 };
  const value =
    entries.length > 0
      ? Object.fromEntries(entries.map((entry) => [entry.key, entry.value.value]))
      : items.map((item) => item.value);
  return { value: { place, value, written: '', entries, items }, next: at + 1 };
}

/** `name =`, `["name"] =`; null: an entry of a list. */
function keyAt(tokens: readonly Token[], at: number): { readonly token: Token; readonly next: number } | null {
  const [first, second, third, fourth] = tokens.slice(at, at + 4);
  if (first?.kind === 'name' && isSign(second, '=') && !isSign(third, '=')) return { token: first, next: at + 2 };
  if (isSign(first, '[') && second?.kind === 'string' && isSign(third, ']') && isSign(fourth, '=')) {
    return { token: second, next: at + 4 };
  }
  return null;
}

function isSign(token: Token | undefined, text: string): boolean {
  return token?.kind === 'sign' && token.text === text;
}

/** null: not a literal; then skips to the end of the entry. */
function valueAt(tokens: readonly Token[], at: number, placeAt: PlaceAt, level: number): Read {
  const token = tokens[at];
  if (token === undefined) return { value: null, next: at };
  const read = isSign(token, '{') && level < maxLevels ? tableAt(tokens, at, placeAt, level + 1) : null;
  const end = read?.next ?? at + 1;
  const isWhole = tokens[end] === undefined || ['}', ',', ';'].some((sign) => isSign(tokens[end], sign));
  if (!isWhole) return { value: null, next: endOfEntry(tokens, at) };
  if (read !== null) return read;
  const literal = literalOf(token);
  if (literal === undefined) return { value: null, next: endOfEntry(tokens, at) };
  const place = placeAt(token.offset);
  return { value: { place, value: literal, written: token.text, entries: [], items: [] }, next: end };
}

function literalOf({ kind, text }: Token): string | number | boolean | undefined {
  if (kind === 'string') return text;
  if (kind === 'number') return Number(text);
  return text === 'true' ? true : text === 'false' ? false : undefined;
}

/**
 * The index of the comma or bracket that ends the entry. Skips nested brackets and function bodies.
 */
function endOfEntry(tokens: readonly Token[], from: number): number {
  let depth = 0;
  for (let at = from; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined || token.kind === 'string') continue;
    const { text } = token;
    if (['(', '{', '[', 'function', 'do', 'if', 'repeat'].includes(text)) depth += 1;
    else if ([')', ']', 'end', 'until'].includes(text)) depth -= 1;
    else if (text === '}') {
      if (depth === 0) return at;
      depth -= 1;
    } else if (depth === 0 && (text === ',' || text === ';')) return at;
  }
  return tokens.length;
}

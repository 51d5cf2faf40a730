/**
 * Reads a plist printed by Emacs: (:id 1 :params (:type 4)), vectors, strings, numbers, t, nil,
 * :json-false. Skips hash tables, #s(hash-table …).
 * @returns undefined if the text is truncated or no such value.
 */
export function readLisp(text: string): unknown {
  let at = 0;
  const token = /\s*(?:(#s)?([([])|([)\]])|"((?:[^"\\]|\\[\s\S])*)"|([^\s()[\]"]+))/y;
  const next = () => {
    token.lastIndex = at;
    const found = token.exec(text);
    if (found === null) throw new Unreadable();
    at = token.lastIndex;
    const [, table, opens, closes, string, symbol] = found;
    return { table: table !== undefined, opens, closes, string, symbol };
  };
  const value = (first = next()): unknown => {
    if (first.opens !== undefined) return group(first.opens === '[', first.table);
    if (first.string !== undefined)
      return first.string.replace(/\\([\s\S])/g, (_, escaped) => (escaped === 'n' ? '\n' : escaped));
    const symbol = first.symbol;
    if (symbol === undefined) throw new Unreadable();
    if (symbol === 't') return true;
    if (symbol === 'nil' || symbol === ':null') return null;
    if (symbol === ':json-false') return false;
    return /^-?\d+(\.\d+)?$/.test(symbol) ? Number(symbol) : symbol;
  };
  const group = (vector: boolean, table: boolean): unknown => {
    const all: unknown[] = [];
    for (;;) {
      const first = next();
      if (first.closes !== undefined) break;
      all.push(value(first));
    }
    if (table) return {};
    const isPlist = all.length > 0 && typeof all[0] === 'string' && all[0].startsWith(':');
    if (vector || !isPlist) return all;
    const fields: Record<string, unknown> = {};
    for (let index = 0; index + 1 < all.length; index += 2) fields[String(all[index]).slice(1)] = all[index + 1];
    return fields;
  };
  try {
    return value();
  } catch (error) {
    if (error instanceof Unreadable || error instanceof RangeError) return undefined;
    throw error;
  }
}

class Unreadable extends Error {}

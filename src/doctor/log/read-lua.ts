/**
 * Reads one line printed by Neovim's vim.inspect: tables, strings in either quote, numbers, vim.NIL,
 * vim.empty_dict(). Marks such as <function 1> and <table 2> become null.
 * @returns undefined if the text is truncated or no such value.
 */
export function readLua(text: string): unknown {
  let at = 0;
  const space = () => {
    while (/\s/.test(text[at] ?? '')) at += 1;
  };
  const take = (pattern: RegExp): string | undefined => {
    const found = new RegExp(pattern.source, 'y');
    found.lastIndex = at;
    const [whole] = found.exec(text) ?? [];
    if (whole !== undefined) at += whole.length;
    return whole;
  };
  const value = (): unknown => {
    space();
    // <1>{…} labels a table that others refer to.
    if (take(/<\d+>(?=\{)/) !== undefined) return table();
    if (text[at] === '{') return table();
    const quoted = take(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/);
    if (quoted !== undefined) return unquote(quoted.slice(1, -1));
    const number = take(/-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/);
    if (number !== undefined) return Number(number);
    if (take(/vim\.empty_dict\(\)/) !== undefined) return {};
    const word = take(/<[^>]*>|[\w.]+/);
    if (word === undefined) throw new Unreadable();
    return word === 'true' ? true : word === 'false' ? false : null;
  };
  const table = (): unknown => {
    at += 1;
    const list: unknown[] = [];
    const fields: Record<string, unknown> = {};
    for (;;) {
      space();
      if (text[at] === '}') {
        at += 1;
        return list.length > 0 ? list : fields;
      }
      if (at >= text.length) throw new Unreadable();
      const name = take(/[A-Za-z_]\w*(?=\s*=)/);
      if (name !== undefined || text[at] === '[') {
        const key = name ?? bracketed();
        space();
        if (text[at] !== '=') throw new Unreadable();
        at += 1;
        fields[key] = value();
      } else {
        list.push(value());
      }
      space();
      if (text[at] === ',') at += 1;
    }
  };
  const bracketed = (): string => {
    at += 1;
    const key = value();
    space();
    if (text[at] !== ']') throw new Unreadable();
    at += 1;
    return String(key);
  };
  try {
    return value();
  } catch (error) {
    if (error instanceof Unreadable || error instanceof RangeError) return undefined;
    throw error;
  }
}

class Unreadable extends Error {}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', a: '\x07', b: '\b', f: '\f', v: '\v' };

function unquote(text: string): string {
  return text.replace(/\\(\d{1,3}|.)/gs, (_, escaped: string) =>
    /\d/.test(escaped) ? String.fromCharCode(Number(escaped)) : (escapes[escaped] ?? escaped),
  );
}

/** Parses strings as strace writes them. */

/** The second argument of execve: ["go", "build", "./..."]. */
export function argumentsOf(given: string): readonly string[] {
  const list = /^(?:\d+<?.*?>?, )?"(?:[^"\\]|\\.)*"(?:\.\.\.)?, \[(.*)\]/.exec(given)?.[1] ?? '';
  return [...list.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, text = '']) => unescaped(text));
}

/** strace escapes unprintable bytes as C does, in octal; the bytes are UTF-8. */
export function unescaped(text: string): string {
  if (!text.includes('\\')) return text;
  const bytes: number[] = [];
  const named: Readonly<Record<string, number>> = { n: 10, t: 9, r: 13, v: 11, f: 12 };
  for (const [, octal, letter, plain] of text.matchAll(/\\([0-7]{1,3})|\\(.)|([^\\]+)/gsu)) {
    if (octal !== undefined) bytes.push(Number.parseInt(octal, 8) & 255);
    else if (letter !== undefined) bytes.push(named[letter] ?? letter.charCodeAt(0));
    else bytes.push(...Buffer.from(plain ?? ''));
  }
  return Buffer.from(bytes).toString('utf8');
}

/** The last line with words: what a program that failed said at its end. "": it said nothing. */
export function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}

/** The whole line of a match. */
export function lineAround(match: RegExpExecArray): string {
  const start = match.input.lastIndexOf('\n', match.index) + 1;
  const end = match.input.indexOf('\n', match.index);
  return match.input.slice(start, end === -1 ? undefined : end).trim();
}

export function firstLine(text: string): string {
  return text.trim().split('\n')[0] ?? '';
}

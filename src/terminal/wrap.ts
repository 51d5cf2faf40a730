import { wrapAnsi } from 'fast-wrap-ansi';

/**
 * Breaks each line between words so that none is wider than `columns`; colours take no width. A word wider than a
 * line stays whole, so that a path or an address can be copied. What a line continues with is indented as the line
 * is, and by `hanging` more.
 * @param columns Infinity: breaks nothing, for a file or a pipe, where whoever reads looks for whole lines.
 */
export function wrapText(text: string, columns: number, hanging = 2): string {
  if (!Number.isFinite(columns)) return text;
  return text
    .split('\n')
    .map((line) => wrapLine(line, columns, hanging))
    .join('\n');
}

function wrapLine(line: string, columns: number, hanging: number): string {
  const indent = /^ */.exec(line)?.[0] ?? '';
  const further = indent + ' '.repeat(hanging);
  const [first = '', ...others] = wrapAnsi(line.slice(indent.length), columns - indent.length).split('\n');
  if (others.length === 0) return line;
  // wrapAnsi has one width for all lines, so the others are wrapped again.
  const rest = wrapAnsi(others.join(' '), columns - further.length).split('\n');
  return [indent + first, ...rest.map((other) => further + other)].join('\n');
}

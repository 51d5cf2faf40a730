/** A terminal's output as a picture: each line appears when it came. Colours as picocolors sets them (SGR 1, 2, 31 to 36, 90). */

export interface TimedLine {
  readonly atMs: number;
  readonly text: string;
}

const [advance, height, margin] = [7.8, 18, 16];
const colours: Readonly<Record<string, string>> = {
  '31': '#ff7b72',
  '32': '#56d364',
  '33': '#e3b341',
  '34': '#79c0ff',
  '35': '#d2a8ff',
  '36': '#76e3ea',
  '90': '#9198a1',
};

/** @param command what stands after the prompt. @param columns longer lines are an error: the command was told how wide it is. */
export function terminalSvg(command: string, lines: readonly TimedLine[], columns: number): string {
  const all = [{ atMs: 0, text: `\x1b[1m$ ${command}\x1b[22m` }, ...lines];
  const [width, total] = [columns * advance + 2 * margin, all.length * height + 2 * margin];
  const rows = all.map(({ atMs, text }, index) => {
    const y = margin + (index + 1) * height - 5;
    return `<text x="${margin}" y="${y}" style="animation-delay:${(atMs / 1000).toFixed(2)}s">${spans(text)}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width.toFixed(0)} ${total}" width="${width.toFixed(0)}" role="img" aria-label="${escaped(command)} in a terminal">
<style>
text { font: 13px ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace; fill: #e6edf3; white-space: pre; animation: come 1ms both; }
@keyframes come { from { visibility: hidden; } to { visibility: visible; } }
@media (prefers-reduced-motion: reduce), print { text { animation: none; } }
</style>
<rect width="100%" height="100%" rx="8" fill="#0d1117"/>
${rows.join('\n')}
</svg>
`;
}

function spans(text: string): string {
  let [bold, dim, colour] = [false, false, ''];
  let result = '';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is one
  for (const [, codes, plain] of text.matchAll(/\x1b\[([\d;]*)m|([^\x1b]+)/g)) {
    for (const code of codes === undefined ? [] : codes.split(';')) {
      if (code === '1') bold = true;
      else if (code === '2') dim = true;
      else if (code === '22') [bold, dim] = [false, false];
      else if (code === '39') colour = '';
      else if (code === '0' || code === '') [bold, dim, colour] = [false, false, ''];
      else colour = colours[code] ?? colour;
    }
    if (plain === undefined) continue;
    const style = `${bold ? ' font-weight="bold"' : ''}${dim ? ' opacity="0.7"' : ''}${colour === '' ? '' : ` fill="${colour}"`}`;
    // Its width is stated, for a reader's fonts may differ in that of a box character.
    result += `<tspan${style} textLength="${([...plain].length * advance).toFixed(1)}">${escaped(plain)}</tspan>`;
  }
  return result;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

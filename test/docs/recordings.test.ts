import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { expect, test } from 'vitest';
import { packageRoot } from '../../src/package-root.ts';
import { terminalSvg } from '../../tools/terminal-svg.ts';

const folder = join(packageRoot(), 'docs/recordings');

test.each(await readdir(folder))(
  'README.md shows %s, which is a picture of a command that said something',
  async (name) => {
    const svg = await readFile(join(folder, name), 'utf8');
    expect(XMLValidator.validate(svg)).toBe(true);
    expect(await readFile(join(packageRoot(), 'README.md'), 'utf8')).toContain(`](docs/recordings/${name})`);
    expect(svg.match(/<text /g)?.length).toBeGreaterThan(5);
    expect(svg).toMatch(/>\$ unlatch (?:doctor|run) /);
    // No path of the machine that made it.
    expect(svg).not.toMatch(/\/(?:root|home|work)\//);
  },
);

test('a colour ends where it ends, and no text is taken for markup', () => {
  const svg = terminalSvg('x', [{ atMs: 1500, text: 'a \x1b[1m\x1b[31m<b>\x1b[39m & c\x1b[22m "d"' }], 40);
  expect(XMLValidator.validate(svg)).toBe(true);
  const parsed = new XMLParser({ ignoreAttributes: false, trimValues: false }).parse(svg);
  const [, line] = parsed.svg.text;
  expect(line['@_style']).toBe('animation-delay:1.50s');
  expect(line.tspan.map((one: Record<string, string>) => [one['#text'], one['@_font-weight'], one['@_fill']])).toEqual([
    ['a ', undefined, undefined],
    ['<b>', 'bold', '#ff7b72'],
    [' & c', 'bold', undefined],
    [' "d"', undefined, undefined],
  ]);
});

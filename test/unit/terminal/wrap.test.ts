import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import pico from 'picocolors';
import { describe, expect, test } from 'vitest';
import { wrapText } from '../../../src/terminal/wrap.ts';

const { red } = pico.createColors(true);

describe.each([60, 80, 200])('at %d columns', (columns) => {
  const text = fc.array(fc.stringMatching(/^[a-z:,.ü…-]{1,40}$/), { minLength: 1, maxLength: 80 });

  test('no line is wider, every word stays whole, and none is lost', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 0, max: 8 }), (words, indent) => {
        const lines = wrapText(' '.repeat(indent) + words.join(' '), columns).split('\n');
        expect(lines.flatMap((line) => line.trim().split(' '))).toEqual(words);
        expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(columns);
      }),
    );
  });

  test('colour takes no width', () => {
    const words = 'word '.repeat(100).trim();
    expect(stripVTControlCharacters(wrapText(red(words), columns))).toBe(wrapText(words, columns));
  });
});

test('a line continues below its own indentation', () => {
  expect(wrapText('  one two three\nfour', 12)).toBe('  one two\n    three\nfour');
});

test('the first line is as full as the others, however far they are indented', () => {
  expect(wrapText('  id    one two three four', 16, 6)).toBe('  id    one two\n        three\n        four');
});

test('a word that is wider than a line stays whole', () => {
  const path = `/${'long/'.repeat(30)}`;
  expect(
    wrapText(`see ${path} there`, 60)
      .split('\n')
      .map((line) => line.trim()),
  ).toEqual(['see', path, 'there']);
});

test('nothing is broken where there is no width', () => {
  const line = 'word '.repeat(100);
  expect(wrapText(line, Number.POSITIVE_INFINITY)).toBe(line);
});

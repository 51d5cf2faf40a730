import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainLine, plainText } from '../../../src/terminal/plain-text.ts';

test('escape sequences and control characters are removed, newlines and tabs stay', () => {
  expect(plainText('\u001b[31mred\u001b[0m\u0000\ta\r\nb\rc\u0007')).toBe('red\ta\nb\nc');
});

test('a right-to-left override does not change the order of a line', () => {
  expect(plainText('a\u202eb')).toBe('ab');
});

test('any text on one line has no line break', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !/[\n\r\u2028\u2029]/.test(plainLine(text))));
});

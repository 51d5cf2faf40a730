import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainLine, plainText } from '../../../src/terminal/plain-text.ts';

test('escape sequences and control characters go, newlines and tabs stay', () => {
  expect(plainText('\u001b[31mred\u001b[0m\u0000\ta\r\nb\rc\u0007')).toBe('red\ta\nb\nc');
});

test('a line that would read from right to left reads as it was written', () => {
  expect(plainText('a\u202eb')).toBe('ab');
});

test('any text on one line has no line break', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !/[\n\r\u2028\u2029]/.test(plainLine(text))));
});

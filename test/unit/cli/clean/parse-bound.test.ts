import { expect, test } from 'vitest';
import { parseAge, parseSize } from '../../../../src/cli/clean/parse-bound.ts';
import { UserError } from '../../../../src/errors.ts';

test.each([
  ['20G', 20e9],
  ['500M', 500e6],
  ['1.5T', 1.5e12],
  ['20GB', 20e9],
  ['2gi', 2 * 2 ** 30],
  ['2GiB', 2 * 2 ** 30],
  ['0', 0],
])('--max-bytes %s is %d bytes', (text, bytes) => {
  expect(parseSize('--max-bytes', text)).toBe(bytes);
});

test.each(['', 'G', '-1G', '20X', '20 000', '1e9', '9999999999T'])('--max-bytes %j is refused', (text) => {
  expect(() => parseSize('--max-bytes', text)).toThrow(UserError);
});

test.each([
  ['10d', 864_000_000],
  ['12h', 43_200_000],
  ['30m', 1_800_000],
  ['2w', 1_209_600_000],
])('--max-age %s is %d ms', (text, ms) => {
  expect(parseAge('--max-age', text)).toBe(ms);
});

test.each(['', '10', 'd', '1.5d', '-1d', '10D', '10M'])('--max-age %j is refused', (text) => {
  expect(() => parseAge('--max-age', text)).toThrow(UserError);
});

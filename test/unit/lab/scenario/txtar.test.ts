import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../../../src/errors.ts';
import { parseTxtar, type TxtarFile } from '../../../../src/lab/scenario/txtar.ts';

/** As golang.org/x/tools/txtar, Format. */
function format(comment: string, files: readonly TxtarFile[]): string {
  return comment + files.map(({ name, data }) => `-- ${name} --\n${data}`).join('');
}

const line = fc.string().filter((text) => !/\n/.test(text) && !/^-- .*\S.* --$/.test(text));
const text = fc.array(line, { maxLength: 5 }).map((lines) => lines.map((one) => `${one}\n`).join(''));
const part = fc.stringMatching(/^[\w.@!-]{1,8}$/).filter((name) => name !== '..');
const name = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'));
const files = fc.uniqueArray(fc.record({ name, data: text }), { selector: (file) => file.name });

describe('an archive', () => {
  test('round-trips its files, to the last newline', () => {
    fc.assert(
      fc.property(text, files, (comment, list) => {
        expect(parseTxtar(format(comment, list))).toEqual(list);
      }),
    );
  });

  test('with only a comment has no files', () => {
    expect(parseTxtar('')).toEqual([]);
    expect(parseTxtar('a comment\n')).toEqual([]);
  });

  test('adds the missing newline to its last line', () => {
    expect(parseTxtar('-- a --\nlast')).toEqual([{ name: 'a', data: 'last\n' }]);
    expect(parseTxtar('-- a --')).toEqual([{ name: 'a', data: '' }]);
  });

  test('reads an incomplete marker as text', () => {
    const data = '--a --\n-- a--\n --  a --\n--   --\n-- a -- \n';
    expect(parseTxtar(`-- x --\n${data}`)).toEqual([{ name: 'x', data }]);
  });
});

describe('an archive is refused', () => {
  test.each(['/etc/passwd', '../a', 'a/../../b', '..'])('whose file climbs out of it: %s', (climber) => {
    expect(() => parseTxtar(`-- ${climber} --\n`)).toThrow(UserError);
  });

  test('that has a name twice', () => {
    expect(() => parseTxtar('-- a --\n-- b --\n-- a --\n')).toThrow(/a occurs twice/);
  });
});

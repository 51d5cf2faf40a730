/** What a testscript's archive holds, and what it cannot hold as it is. */
import { expect, test } from 'vitest';
import { parseTxtar } from '../../../../src/lab/scenario/txtar.ts';
import { archiveOf } from '../../../../src/lab/testscript/archive-of.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

test('text files stand as they are, below the comment; folders are left out', () => {
  const files = new Map([
    ['lab/work/', bytes('')],
    ['lab/work/go.mod', bytes('module m\n')],
    ['lab/out/exit', bytes('')],
  ]);
  expect(archiveOf('# why\n', files)).toBe('# why\n-- lab/work/go.mod --\nmodule m\n-- lab/out/exit --\n');
});

test.each([
  ['no newline at the end', bytes('no newline')],
  ['a line like a marker', bytes('a\n-- b --\n')],
  ['no text', new Uint8Array([0xff, 0xfe, 10])],
  ['many bytes', new Uint8Array(1000).fill(7)],
])('%s becomes base64, and comes back', (_, data) => {
  const [file, ...others] = parseTxtar(archiveOf('', new Map([['f', data]])));
  expect([file?.name, others]).toEqual(['f.base64', []]);
  expect([...Buffer.from(file?.data ?? '', 'base64')]).toEqual([...data]);
});

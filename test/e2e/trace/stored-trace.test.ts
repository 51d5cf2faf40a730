/** `unlatch trace --from`: a log of strace that exists already, whole, cut, or something else. */

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { theLine } from '../cli/a-cli.ts';
import { cliForAll, placeForEach } from '../cli/cli-of-file.ts';

const cli = cliForAll();
const place = placeForEach(cli);

describe('a stored trace', () => {
  const whole = `4552  1795405155.918846 execve("/usr/local/go/bin/go", ["go", "build"], 0x7ffc /* 40 vars */) = 0 <0.000245>
4552  1795405155.920000 gettid() = 4552 <0.000010>
4552  1795405155.930000 flock(8</w/go.mod>, LOCK_EX) = 0 <0.000022>
4552  1795405156.030000 flock(8</w/go.mod>, LOCK_UN) = 0 <0.000039>
4552  1795405156.040000 +++ exited with 0 +++
`;
  const from = async (text: string | Buffer, ...more: readonly string[]) => {
    const file = join(place.path, 'strace');
    await writeFile(file, text);
    return await place.run(['trace', '--from', file, ...more]);
  };

  test('is read, and goes to stdout', async () => {
    const ended = await from(whole, '--json', '-');
    expect(ended.code).toBe(0);
    expect(JSON.parse(ended.stdout)).toMatchObject({
      total: { acquisitions: 1, holdMs: { max: 99.978 } },
      gaps: [],
      exit: null,
    });
    expect((await from(whole)).stdout).toContain('1 lock taken on 1 file in 121 ms');
  });

  test.each([
    ['its last line', 4, '1 of 1 processes outlived the trace'],
    ['a line of something else', 1, '1 line could not be read'],
    ['the taking of a lock', 2, '1 unlock without a matching lock'],
  ])('that lacks or has %s says so, and is no proof that limits are kept', async (_, index, gap) => {
    const lines = whole.split('\n');
    lines[index] = index === 1 ? 'strace: out of memory' : '';
    const ended = await from(lines.join('\n'), '--max-hold', '1000');
    expect(ended.stdout).toContain(`the trace is incomplete, so locks may be missing: ${gap}`);
    expect(ended.code).toBe(3);
  });

  test.each([
    ['an empty file', ''],
    ['something else', 'hello\n'.repeat(10)],
    ['bytes', Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 7) % 256))],
    ['one endless line', 'x'.repeat(1 << 20)],
  ])('that is %s is refused', async (_, text) => {
    const ended = await from(text);
    expect(ended.code).toBe(2);
    expect(theLine(ended)).toMatch(/--from .*: not a log of `strace -f -ttt -T -y -o FILE`$/);
  });

  test('that is not there, or is a folder, is refused', async () => {
    for (const file of ['missing', '.']) {
      const ended = await place.run(['trace', '--from', file]);
      expect(ended.code).toBe(2);
      expect(theLine(ended)).toMatch(new RegExp(`^unlatch: --from ${file === '.' ? '\\.' : file}: cannot be read`));
    }
  });

  test('of 100,000 locks is read', async () => {
    const lines = Array.from({ length: 100_000 }, (_, at) => {
      const seconds = 1795405156 + Math.floor(at / 1000);
      const micros = (offset: number) => String((at % 1000) * 1000 + offset).padStart(6, '0');
      return `4552  ${seconds}.${micros(10)} flock(8</w/go.mod>, LOCK_EX) = 0 <0.000022>\n4552  ${seconds}.${micros(500)} flock(8</w/go.mod>, LOCK_UN) = 0 <0.000039>\n`;
    });
    const ended = await from(
      `${whole.split('\n')[0]}\n${lines.join('')}4552  1795405300.000000 +++ exited with 0 +++\n`,
    );
    expect(ended.code).toBe(0);
    expect(ended.stdout).toContain('100000 locks taken on 1 file');
  });
});

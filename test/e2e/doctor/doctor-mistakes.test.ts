/** A mistake on the command line of `unlatch doctor`. */

import { chmod, mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { theLine } from '../cli/a-cli.ts';
import { cliForAll } from '../cli/cli-of-file.ts';

const cli = cliForAll();

describe('a mistake on the command line is one line, and exit status 2', () => {
  test.each([
    ['a folder that is not there', ['no-such'], /no-such: no such folder/],
    ['a file for a folder', ['it.json'], /it\.json: not a folder/],
    ['a snapshot that is not JSON', ['--from', 'text'], /text: not JSON/],
    ['a snapshot of another schema', ['--from', 'it.json'], /it\.json: not a snapshot of schema 1 or 2 \(/],
    ['a snapshot that is not there', ['--from', 'no-such'], /--from no-such: cannot be read \(ENOENT\)/],
    ['a folder for a snapshot', ['--from', '.'], /--from \.: cannot be read \(EISDIR\)/],
    ['a snapshot larger than any', ['--from', 'huge'], /--from huge: more than 64 MiB/],
    ['a snapshot without an end', ['--from', '/dev/zero'], /--from \/dev\/zero: more than 64 MiB/],
    ['what is stored, and this machine', ['--from', 'it.json', '--connect'], /--from judges a stored snapshot/],
    ['a process that is no gopls', ['--pid', `${process.pid}`], /--pid \d+: this is .*, not gopls/],
    ['delve without a gopls', ['--dlv'], /--dlv goes with --pid/],
    ['a process that is not there', ['--pid', `${2 ** 22 - 1}`], /--pid 4194303: no such process/],
    [
      'a log of something else',
      ['--log', 'text'],
      /--log text: unknown log format; known are Neovim's lsp\.log, .*GoLand's/,
    ],
    [
      'a log that holds too little',
      ['--log', 'lsp.txt'],
      /--log lsp\.txt: this is Neovim's lsp\.log, but it has too little/,
    ],
    ['no time', ['--timeout', '0'], /--timeout/],
  ])('%s', async (_, args, message) => {
    await using place = await cli.place();
    await place.write('text', 'go: downloading');
    await place.write('lsp.txt', '[START][2026-11-28 19:28:59] LSP logging initiated\n');
    await place.write('it.json', '{"schema":2}');
    await using huge = await open(join(place.path, 'huge'), 'w');
    // No string can be that long.
    await huge.truncate(2 ** 31);
    const ended = await place.run(['doctor', ...args]);
    expect(ended.code).toBe(2);
    expect(theLine(ended)).toMatch(message);
  });

  test.skipIf(process.geteuid?.() !== 0)('a file that this user may not read is named', async () => {
    await using place = await cli.place();
    await chmod(await place.write('facts.json', '{}'), 0o600);
    await mkdir(join(place.path, 'closed'), { mode: 0o700 });
    const wrap = ['setpriv', '--reuid', '1000', '--regid', '1000', '--clear-groups'];
    const stored = await place.run(['doctor', '--from', 'facts.json'], { wrap });
    expect(stored.code).toBe(2);
    expect(theLine(stored)).toMatch(/--from facts\.json: cannot be read \(EACCES\)/);
    const folder = await place.run(['doctor', 'closed'], { wrap });
    expect(folder.code).toBe(2);
    expect(theLine(folder)).toMatch(/closed: cannot be entered \(EACCES\)/);
  });
});

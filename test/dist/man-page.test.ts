import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { theProgram } from '../../src/cli/program.ts';
import { packageRoot } from '../../src/package-root.ts';

const page = join(packageRoot(), 'dist/unlatch.1');
const lacking = (program: string) => spawnSync(program, ['--version']).error !== undefined;

test.skipIf(lacking('mandoc'))('mandoc has nothing to say of the man page (needs: mandoc)', () => {
  // The page has no date: it is the same for the same sources.
  const { stdout } = spawnSync('mandoc', ['-T', 'lint', '-W', 'warning', page], { encoding: 'utf8' });
  expect(stdout.split('\n').filter((line) => line !== '' && !/missing date/.test(line))).toEqual([]);
});

test.skipIf(lacking('mandoc'))('the man page shows every option of every command (needs: mandoc)', async () => {
  const { stdout } = spawnSync('mandoc', ['-T', 'utf8', '-O', 'width=500', page], { encoding: 'utf8' });
  // Bold is each letter twice, with a backspace between.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is one
  const shown = stdout.replace(/.\x08/g, '').replace(/\s+/g, ' ');
  for (const { commands } of [theProgram()]) {
    expect(commands.length).toBeGreaterThan(9);
    for (const command of commands)
      for (const { flags, description } of command.options) expect(shown).toContain(`${flags} ${description}`);
  }
  expect(shown).not.toContain('\\');
});

test('package.json names it', async () => {
  const { man, files } = JSON.parse(await readFile(join(packageRoot(), 'package.json'), 'utf8'));
  expect(files).toContain(man);
  expect(await readFile(join(packageRoot(), man), 'utf8')).toMatch(/^\.TH UNLATCH 1 /);
});

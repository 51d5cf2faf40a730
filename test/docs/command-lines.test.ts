/** Every command line that a page shows is one that unlatch takes: its command, its options, its scenarios. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { namedScenarios } from '../../src/cli/catalogue.ts';
import { theProgram } from '../../src/cli/program.ts';
import { packageRoot } from '../../src/package-root.ts';

const root = packageRoot();
const below = (await readdir(join(root, 'docs'), { recursive: true })).map((name) => `docs/${name}`);
const pages = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', ...below].filter((name) => /\.(?:md|yml)$/.test(name));

/** Lines of code blocks and of `code`; what a reader puts in has dots or capitals, and is left out. */
function commandLines(text: string): readonly string[] {
  const blocks = text.matchAll(
    /^(?: {4,}(?:- )?(?:run: )?| {2}(?=.* # ))(?:npx )?(?:node (?:dist\/cli\.cjs|src\/cli\.ts)|unlatch) (.*)$/gm,
  );
  const spans = text.matchAll(/`(?:npx )?(?:node (?:dist\/cli\.cjs|src\/cli\.ts)|unlatch) ([^`\n]*)`/g);
  return [...blocks, ...spans]
    .map(([, line = '']) =>
      line
        .replace(/(?:^| +)(?:#|\||>|;|&&|2>).*$/, '')
        .replace(/`.*$/, '')
        .trim(),
    )
    .filter((line) => /^(?:-|[a-z]+(?: |$))/.test(line) && !/[…|[<$]|\.\.\.|\\$/.test(line));
}

/** Of CONTRIBUTING.md, which has its reader make it. */
const madeByReader = 'where';

const lines = (
  await Promise.all(
    pages.map(async (page) => commandLines(await readFile(join(root, page), 'utf8')).map((line) => ({ page, line }))),
  )
)
  .flat()
  .filter(({ line }) => line !== madeByReader);

test('there are many of them', () => {
  expect(lines.length).toBeGreaterThan(100);
  expect(new Set(lines.map(({ line }) => line.split(' ')[0])).size).toBeGreaterThan(7);
});

test.each(lines)('$page: unlatch $line', async ({ page, line }) => {
  const program = theProgram();
  const taken: { name: string; args: readonly string[] }[] = [];
  for (const command of program.commands.flatMap((one) => (one.commands.length > 0 ? one.commands : [one]))) {
    command.configureOutput({ writeErr: () => {}, writeOut: () => {} });
    command.action(() => {
      taken.push({ name: command.name(), args: command.args });
    });
  }
  program.configureOutput({ writeErr: () => {}, writeOut: () => {} });
  const words = Array.from(line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g), ([, a, b, c]) => a ?? b ?? c ?? '');
  // The help is no mistake, and neither is the bare name of a command in a sentence.
  await program.parseAsync(words, { from: 'user' }).catch(({ code, exitCode }) => {
    const fine =
      exitCode === 0 ||
      ((code === 'commander.missingArgument' || code === 'commander.help') && words.length === 1) ||
      code === 'commander.optionMissingArgument';
    expect({ page, line, code, fine }).toEqual({ page, line, code, fine: true });
  });
  for (const { name, args } of taken.filter((one) => one.name === 'run' || one.name === 'list'))
    for (const id of args.filter((arg) => !/\.ts$|^[A-Z]+$|-mine$/.test(arg)))
      expect({ page, name, found: (await namedScenarios([id])).length > 0 }).toEqual({ page, name, found: true });
});

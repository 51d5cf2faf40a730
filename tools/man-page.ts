/** unlatch(1), from the definitions of the command line. build.ts writes it into dist/, and the npm package has it. */
import type { Command } from 'commander';
import { examplesOf } from '../src/cli/examples.ts';
import { packageVersion } from '../src/cli/package-version.ts';
import { theProgram } from '../src/cli/program.ts';

/** Ends with a newline. Format: man(7) */
export function manPage(): string {
  const program = theProgram();
  const commands = program.createHelp().visibleCommands(program);
  return `${[
    `.TH UNLATCH 1 "" "unlatch ${escaped(packageVersion())}" "User Commands"`,
    '.SH NAME',
    `unlatch \\- find out why go or gopls hangs, and keep Go's caches clean and small`,
    '.SH SYNOPSIS',
    '.B unlatch',
    '.I COMMAND',
    '[OPTION ...]',
    '.SH DESCRIPTION',
    line(program.description()),
    '.SH COMMANDS',
    ...commands.flatMap(section),
    '.SH EXIT STATUS',
    ...exits.flatMap(([status, text]) => ['.TP', status, line(text)]),
    '.SH ENVIRONMENT',
    ...environment.flatMap(([name, text]) => ['.TP', `.B ${name}`, line(text)]),
  ].join('\n')}\n`;
}

const exits = [
  ['0', 'As expected.'],
  ['1', 'A verdict differs from what is expected, there is a finding, or something is left to clean in a dry run.'],
  ['2', 'A mistake in the command.'],
  ['3', 'Inconclusive: this machine does not let unlatch find out.'],
  ['4', 'A bug in unlatch.'],
] as const;

const environment = [
  ['UNLATCH_HOME', 'The folder of the Go and gopls versions that unlatch downloads and builds.'],
  ['NO_COLOR', 'If it is set, no output is coloured.'],
  ['UNLATCH_STACK', 'If it is 1, an error is shown with its place in the code.'],
] as const;

function section(command: Command): readonly string[] {
  const help = command.createHelp();
  const examples = Array.from(examplesOf(command.name()).matchAll(/^ {2}(\S.*?) +# (.*)$/gm));
  return [
    `.SS ${escaped(help.commandUsage(command))}`,
    line(sentence(command.description())),
    ...help
      .visibleArguments(command)
      .flatMap((argument) => ['.TP', `.I ${escaped(help.argumentTerm(argument))}`, line(argument.description)]),
    ...help
      .visibleOptions(command)
      .flatMap((option) => ['.TP', `.B ${escaped(help.optionTerm(option))}`, line(help.optionDescription(option))]),
    ...(examples.length === 0 ? [] : ['.PP', 'Examples:']),
    ...examples.flatMap(([, example = '', what = '']) => ['.TP', `.B ${escaped(example)}`, line(what)]),
  ];
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** A line of text: one that begins with a dot or a quote would be a request. */
function line(text: string): string {
  return escaped(text).replace(/^[.']/, '\\&$&');
}

function escaped(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll('`', '\\(ga')
    .replaceAll('"', '\\(dq')
    .replaceAll('…', '...');
}

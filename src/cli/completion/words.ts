import type { Command, Help } from 'commander';

/** What may stand at a place of the command line. `any`: nothing that could be proposed. */
export type Proposal =
  | { readonly kind: 'files' | 'folders' | 'scenarios' | 'commands' | 'command-line' | 'any' }
  | { readonly kind: 'words'; readonly words: readonly string[] };

export interface OptionWords {
  /** "--help"; with "-h" where there is a short one. */
  readonly flags: readonly string[];
  /** One line. */
  readonly text: string;
  /** Its value; null of a switch. */
  readonly value: Proposal | null;
}

export interface CommandWords {
  /** "" is the program itself. */
  readonly name: string;
  readonly text: string;
  readonly options: readonly OptionWords[];
  /** The words that are no options; null if it takes none. */
  readonly operand: Proposal | null;
}

/** By the names that the definitions give to values. */
const kinds: Readonly<Record<string, Exclude<Proposal['kind'], 'words'>>> = {
  file: 'files',
  path: 'files',
  dir: 'folders',
  folder: 'folders',
  scenario: 'scenarios',
};

/** The program, then each of its commands, as their help shows them. */
export function wordsOf(program: Command): readonly CommandWords[] {
  const help = program.createHelp();
  return [
    ofCommand(program, '', help),
    ...help.visibleCommands(program).map((one) => ofCommand(one, one.name(), help)),
  ];
}

function ofCommand(command: Command, name: string, help: Help): CommandWords {
  const [first] = command.registeredArguments;
  const below = name === '' ? [] : help.visibleCommands(command);
  const operand: Proposal | null =
    name === ''
      ? { kind: 'commands' }
      : below.length > 0
        ? { kind: 'words', words: below.map((one) => one.name()) }
        : first === undefined
          ? null
          : operandOf(first);
  // One that has commands of its own is shown with the options of all of them.
  const options = [command, ...below].flatMap((one) => help.visibleOptions(one));
  return {
    name,
    text: command.description(),
    options: [...new Map(options.map((option) => [option.long ?? option.flags, option])).values()].map(
      ({ short, long, description, flags, argChoices }) => ({
        flags: [short, long].filter((flag) => flag !== undefined),
        text: description,
        value: proposedFor(flags, argChoices),
      }),
    ),
    operand,
  };
}

function proposedFor(flags: string, choices: readonly string[] | undefined): Proposal | null {
  if (choices !== undefined) return { kind: 'words', words: choices };
  const [, name] = /[<[](\w+)/.exec(flags) ?? [];
  return name === undefined ? null : { kind: kinds[name] ?? 'any' };
}

function operandOf(operand: Command['registeredArguments'][number]): Proposal {
  if (operand.argChoices !== undefined) return { kind: 'words', words: operand.argChoices };
  if (operand.name() === 'command') return { kind: operand.variadic ? 'command-line' : 'commands' };
  return { kind: kinds[operand.name()] ?? 'any' };
}

/** A filter for the lines of `unlatch list`: the id of each scenario, the separator, its claim. */
export function idsAndClaims(separator: string): string {
  return `sed -nE 's/^ *([a-z0-9]+(-[a-z0-9]+)+)  +(.*)/\\1${separator}\\3/p'`;
}

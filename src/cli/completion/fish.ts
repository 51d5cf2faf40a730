import { type CommandWords, idsAndClaims, type OptionWords, type Proposal } from './words.ts';

/** A script for fish. */
export function fishCompletion(commands: readonly CommandWords[]): string {
  const named = commands.filter(({ name }) => name !== '');
  return `# Completes unlatch in fish: put this into ~/.config/fish/completions/unlatch.fish
function __unlatch_command
    set -l words (string match --invert -- '-*' (commandline -opc)[2..])
    echo $words[1]
end
function __unlatch_is
    test "$(__unlatch_command)" = "$argv[1]"
end
function __unlatch_word
    __unlatch_is $argv[1]; and not string match --quiet -- '-*' (commandline -ct)
end
function __unlatch_commands
${named.map(({ name, text }) => `    printf '%s\\t%s\\n' ${name} ${quoted(text)}`).join('\n')}
end
function __unlatch_scenarios
    unlatch list 2>/dev/null | ${idsAndClaims('\t')}
    __fish_complete_suffix .ts
end
complete -c unlatch -f
${commands.flatMap(ofCommand).join('\n')}
`;
}

function ofCommand({ name, options, operand }: CommandWords): readonly string[] {
  const where = (test: string) => `complete -c unlatch -n '${test} "${name}"'`;
  return [
    ...options.map((option) => `${where('__unlatch_is')} ${optionArgs(option)}`),
    ...(operand === null || operand.kind === 'any' ? [] : [`${where('__unlatch_word')} ${operandArgs(operand)}`]),
  ];
}

function optionArgs({ flags, text, value }: OptionWords): string {
  const names = flags.map((flag) => (flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`));
  return [...names, '-d', quoted(text), ...(value === null ? [] : [valueArgs(value)])].join(' ');
}

/** -r: it has a value. -F: files, though the command has none. */
function valueArgs(value: Proposal): string {
  return value.kind === 'files' ? '-r -F' : value.kind === 'any' ? '-x' : `-x ${operandArgs(value)}`;
}

function operandArgs(operand: Proposal): string {
  switch (operand.kind) {
    case 'words':
      return `-a ${quoted(operand.words.join(' '))}`;
    case 'files':
      return '-F';
    case 'folders':
      return "-a '(__fish_complete_directories)'";
    case 'scenarios':
      return "-a '(__unlatch_scenarios)'";
    case 'commands':
      return "-a '(__unlatch_commands)'";
    case 'command-line':
      return "-a '(complete -C (commandline -ct))' -F";
    case 'any':
      return '';
  }
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}

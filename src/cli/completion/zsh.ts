import { quoteWord } from '../../quote-word.ts';
import { type CommandWords, idsAndClaims, type OptionWords, type Proposal } from './words.ts';

/** A script for zsh with its completion system (compinit). */
export function zshCompletion(commands: readonly CommandWords[]): string {
  const named = commands.filter(({ name }) => name !== '');
  const [program] = commands;
  return `#compdef unlatch
# Completes unlatch in zsh: put this into a folder of $fpath as _unlatch, or run it after compinit: source <(unlatch completion zsh)
_unlatch_commands() {
  local -a commands=(
${named.map(({ name, text }) => `    ${quoteWord(`${name}:${text}`)}`).join('\n')}
  )
  _describe command commands
}
_unlatch_scenarios() {
  local -a scenarios=(\${(f)"$(unlatch list 2>/dev/null | ${idsAndClaims(':')})"})
  _describe scenario scenarios
  _files -g '*.ts'
}
# The "--" that stands before the other command is no word of it.
_unlatch_command_line() {
  if [[ $words[1] == -- ]]; then shift words; ((CURRENT--)); fi
  _normal
}
_unlatch() {
  local context state line
  typeset -A opt_args
  _arguments -C -S ${(program?.options ?? []).map(optionSpec).join(' ')} '1: :_unlatch_commands' '*:: :->rest' && return
  [[ $state == rest ]] || return 1
  case $words[1] in
${named.map(ofCommand).join('\n')}
  esac
}
if [[ $funcstack[1] == _unlatch ]]; then _unlatch "$@"; else compdef _unlatch unlatch; fi
`;
}

function ofCommand({ name, options, operand }: CommandWords): string {
  const specs = [...options.map(optionSpec), ...(operand === null ? [] : [operandSpec(operand)])];
  const lines = [`    ${name}) _arguments -S`, ...specs.map((spec) => `      ${spec}`)];
  return `${lines.join(' \\\n')} ;;`;
}

/** Options of ours may be given once, or the last one counts. */
function optionSpec({ flags, text, value }: OptionWords): string {
  const tail = `${quoteWord(`[${text.replace(/[[\]\\]/g, '\\$&')}]`)}${value === null ? '' : `': :${action(value)}'`}`;
  const takes = value === null ? '' : '=';
  const [only = ''] = flags;
  if (flags.length === 1) return `${only}${takes}${tail}`;
  return `'(${flags.join(' ')})'{${flags.join(',')}}${tail}`;
}

/** Behind `*::` zsh takes what follows for the words of a command line of its own. */
function operandSpec(operand: Proposal): string {
  return operand.kind === 'command-line' ? "'*:: :_unlatch_command_line'" : `'*: :${action(operand)}'`;
}

function action(proposal: Proposal): string {
  switch (proposal.kind) {
    case 'words':
      return `(${proposal.words.join(' ')})`;
    case 'files':
      return '_files';
    case 'folders':
      return '_files -/';
    case 'scenarios':
      return '_unlatch_scenarios';
    case 'commands':
      return '_unlatch_commands';
    case 'command-line':
      return '_unlatch_command_line';
    case 'any':
      return ' ';
  }
}

import { type CommandWords, idsAndClaims, type Proposal } from './words.ts';

/** A script for bash, from 3.2 on; it needs no bash-completion. */
export function bashCompletion(commands: readonly CommandWords[]): string {
  const named = commands.filter(({ name }) => name !== '');
  const values = commands.flatMap(({ name, options }) =>
    options.flatMap(({ flags, value }) =>
      value === null ? [] : [`    ${flags.map((flag) => `'${name}:${flag}'`).join(' | ')}) ${propose(value)} ;;`],
    ),
  );
  const options = commands.map((one) => `      '${one.name}') ${words(one.options.flatMap(({ flags }) => flags))} ;;`);
  const operands = commands.flatMap(({ name, operand }) =>
    operand === null ? [] : [`    '${name}') ${propose(operand)} ;;`],
  );
  return `# Completes unlatch in bash: put this into ~/.local/share/bash-completion/completions/unlatch, or eval "$(unlatch completion bash)"
_unlatch_propose() {
  local line
  while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen "$@" -- "$cur")
}
_unlatch_files() {
  compopt -o filenames 2>/dev/null
  _unlatch_propose "$@"
}
_unlatch_commands() { _unlatch_propose -W '${named.map(({ name }) => name).join(' ')}'; }
_unlatch_scenarios() {
  _unlatch_propose -W "$(unlatch list 2>/dev/null | ${idsAndClaims(' ')} | cut -d ' ' -f 1)"
  [[ \${#COMPREPLY[@]} -gt 0 ]] || _unlatch_files -f
}
# Whatever follows is the line of another command, which begins at word $1.
_unlatch_command_line() {
  if ((COMP_CWORD == $1)); then _unlatch_propose -c
  elif declare -F _command_offset >/dev/null; then _command_offset "$1"
  else _unlatch_files -f; fi
}
_unlatch() {
  local cur=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD - 1]} name= i=1
  COMPREPLY=()
  # bash makes three words of --option=value.
  if [[ $cur == = ]]; then cur=
  elif [[ $previous == = ]]; then previous=\${COMP_WORDS[COMP_CWORD - 2]}; fi
  for (( ; i < COMP_CWORD; i++)); do
    if [[ \${COMP_WORDS[i]} == -- && $name == trace ]]; then
      _unlatch_command_line $((i + 1))
      return
    fi
    if [[ -z $name && \${COMP_WORDS[i]} != -* ]]; then name=\${COMP_WORDS[i]}; fi
  done
  case $name:$previous in
${values.join('\n')}
    *) _unlatch_word ;;
  esac
}
_unlatch_word() {
  if [[ $cur == -* ]]; then
    case $name in
${options.join('\n')}
    esac
    return
  fi
  case $name in
${operands.join('\n')}
  esac
}
complete -F _unlatch unlatch
`;
}

function words(of: readonly string[]): string {
  return `_unlatch_propose -W '${of.join(' ')}'`;
}

function propose(proposal: Proposal): string {
  switch (proposal.kind) {
    case 'words':
      return words(proposal.words);
    case 'files':
      return '_unlatch_files -f';
    case 'folders':
      return '_unlatch_files -d';
    case 'scenarios':
      return '_unlatch_scenarios';
    case 'commands':
      return '_unlatch_commands';
    // What stands before the "--" is no command yet.
    case 'command-line':
      return `_unlatch_propose -W '--'`;
    case 'any':
      return ':';
  }
}

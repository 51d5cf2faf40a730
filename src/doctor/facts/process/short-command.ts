import { basename } from 'node:path';
import type { ProcessFact } from '../../process-fact.ts';

/** Options whose value is the next word. */
const takesValue: Readonly<Record<string, RegExp>> = {
  go: /^-C$/,
  git: /^(-c|-C|--git-dir|--work-tree|--namespace|--exec-path)$/,
  gopls: /^--?(mode|remote|listen|port|logfile|debug|ocagent|remote\.\w+|listen\.\w+|profile\.\w+)$/,
};

/** "go list", "go mod download": the program and its subcommand, without its path and options. */
export function shortCommand({ command, name }: Pick<ProcessFact, 'command' | 'name'>): string {
  const [program, ...args] = command;
  if (program === undefined || program === '') return name;
  const short = basename(program);
  const valued = takesValue[short];
  if (valued === undefined) return short;
  const words = args.filter((word, index) => !word.startsWith('-') && !valued.test(args[index - 1] ?? ''));
  const takesTwo = words[0] === 'mod' || words[0] === 'tool' || words[0] === 'work';
  return [short, ...words.slice(0, takesTwo ? 2 : 1)].filter((word) => /^[\w-]+$/.test(word)).join(' ');
}

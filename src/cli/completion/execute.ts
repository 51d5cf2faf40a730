import type { Command } from 'commander';
import { bashCompletion } from './bash.ts';
import type { Shell } from './command.ts';
import { fishCompletion } from './fish.ts';
import { type CommandWords, wordsOf } from './words.ts';
import { zshCompletion } from './zsh.ts';

const scripts: Readonly<Record<Shell, (commands: readonly CommandWords[]) => string>> = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion,
};

/** Prints the script for that shell. */
export function printCompletion(program: Command, shell: Shell): void {
  process.stdout.write(scripts[shell](wordsOf(program)));
}

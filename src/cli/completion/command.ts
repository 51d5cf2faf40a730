import { Argument, Command } from 'commander';

export const shells = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof shells)[number];

/** `unlatch completion`: what a shell has to know to complete the command line. @param program whose commands these are. */
export function completionCommand(program: Command): Command {
  return new Command('completion')
    .description('print the script with which a shell completes commands, options, files and scenarios')
    .addArgument(new Argument('<shell>', 'the shell').choices(shells))
    .action(async (shell: Shell) => {
      const { printCompletion } = await import('./execute.ts');
      printCompletion(program, shell);
    });
}

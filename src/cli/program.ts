import { Command } from 'commander';
import { cacheCommand } from './cache/command.ts';
import { checkCommand } from './check/command.ts';
import { cleanCommand } from './clean/command.ts';
import { completionCommand } from './completion/command.ts';
import { configCommand } from './config/command.ts';
import { doctorCommand } from './doctor/command.ts';
import { examplesOf } from './examples.ts';
import { listCommand } from './list/command.ts';
import { packageVersion } from './package-version.ts';
import { provisionCommand } from './provision/command.ts';
import { reportCommand } from './report/command.ts';
import { runCommand } from './run/command.ts';
import { traceCommand } from './trace/command.ts';

/** All commands with their words and options: what runs, and what the completions, the man page and docs/commands.md are made from. */
export function theProgram(): Command {
  const program = new Command('unlatch')
    .description("Finds out by experiment what really blocks go and gopls, and keeps Go's caches clean and small.")
    .version(packageVersion())
    .helpCommand(false)
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'unlatch: ')) });
  const commands = [
    runCommand(),
    listCommand(),
    checkCommand(),
    reportCommand(),
    doctorCommand(),
    traceCommand(),
    cleanCommand(),
    cacheCommand(),
    configCommand(),
    provisionCommand(),
    completionCommand(program),
    new Command('version').description('print the version').action(() => {
      process.stdout.write(`${packageVersion()}\n`);
    }),
    // commander's own help command answers an unknown name with the whole help and no reason.
    new Command('help')
      .description('show the help of a command')
      .argument('[command]')
      .action(async (name: string | undefined) => {
        const known = name === undefined ? program : program.commands.find((command) => command.name() === name);
        if (known !== undefined) known.help();
        // Answers like any unknown command, with a suggestion.
        else await program.parseAsync([name ?? ''], { from: 'user' });
      }),
  ];
  for (const command of commands) {
    command.copyInheritedSettings(program).addHelpText('after', examplesOf(command.name()));
    program.addCommand(command);
    for (const below of command.commands) below.copyInheritedSettings(command);
  }
  for (const command of [program, ...program.commands, ...program.commands.flatMap((one) => one.commands)]) {
    const parents = command.parent === null || command.parent === program ? '' : `${command.parent.name()} `;
    const called = command === program ? 'unlatch' : `unlatch ${parents}${command.name()}`;
    command.exitOverride().showHelpAfterError(`(${called} --help shows the usage)`);
  }
  return program;
}

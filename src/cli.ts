#!/usr/bin/env node
/** The command line. Each command has a folder under cli/; this file maps errors to exit statuses. */
import { Command, CommanderError } from 'commander';
import { checkCommand } from './cli/check/command.ts';
import { cleanCommand } from './cli/clean/command.ts';
import { configCommand } from './cli/config/command.ts';
import { doctorCommand } from './cli/doctor/command.ts';
import { examplesOf } from './cli/examples.ts';
import { listCommand } from './cli/list/command.ts';
import { packageVersion } from './cli/package-version.ts';
import { provisionCommand } from './cli/provision/command.ts';
import { runCommand } from './cli/run/command.ts';
import { systemRefusal } from './cli/system-refusal.ts';
import { traceCommand } from './cli/trace/command.ts';
import { EnvironmentError, exitStatus, messageOf, UserError } from './errors.ts';

const program = new Command('unlatch')
  .description("Finds out by experiment what really blocks go and gopls, and keeps Go's caches clean and small.")
  .version(packageVersion())
  .helpCommand(false)
  .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'unlatch: ')) });
const commands = [
  runCommand(),
  listCommand(),
  checkCommand(),
  doctorCommand(),
  traceCommand(),
  cleanCommand(),
  configCommand(),
  provisionCommand(),
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
}
for (const command of [program, ...program.commands]) {
  const called = command === program ? 'unlatch' : `unlatch ${command.name()}`;
  command.exitOverride().showHelpAfterError(`(${called} --help shows the usage)`);
}

for (const stream of [process.stdout, process.stderr]) stream.on('error', onStreamError);
process.on('uncaughtException', (error) => process.exit(statusOf(error)));
program.parseAsync().catch((error: unknown) => {
  process.exitCode = statusOf(error);
});

/**
 * If the reader of our output is gone, as with `| head`, continue silently: the report files and the
 * exit status are still worth the work.
 */
function onStreamError(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') return;
  process.exit(statusOf(new UserError('the output cannot be written; check where it goes', { cause: error })));
}

/** Prints the error once, on stderr, and returns the exit status. */
function statusOf(error: unknown): number {
  // commander has already printed it; its help and version end this way too.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitStatus.expected : exitStatus.usage;
  const told = error instanceof UserError || error instanceof EnvironmentError ? error : systemRefusal(error);
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  if (told !== null) {
    process.stderr.write(`unlatch: ${messageOf(told)}\n`);
    // UNLATCH_STACK=1 shows where in the code a machine's oddity surfaced.
    if (process.env['UNLATCH_STACK'] === '1') process.stderr.write(`${stack}\n`);
    return told instanceof UserError ? exitStatus.usage : exitStatus.inconclusive;
  }
  process.stderr.write(`unlatch: this is a bug in unlatch; please report it with the following\n${stack}\n`);
  return exitStatus.bug;
}

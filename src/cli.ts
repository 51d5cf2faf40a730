#!/usr/bin/env node
/** The command line: one file per command under cli/, and here the way from an error to an exit status. */
import { Command, CommanderError } from 'commander';
import { checkCommand } from './cli/check.ts';
import { cleanCommand } from './cli/clean.ts';
import { configCommand } from './cli/config.ts';
import { doctorCommand } from './cli/doctor.ts';
import { listCommand } from './cli/list.ts';
import { packageVersion } from './cli/package-version.ts';
import { provisionCommand } from './cli/provision.ts';
import { runCommand } from './cli/run.ts';
import { traceCommand } from './cli/trace.ts';
import { exitStatus, HarnessError, messageOf, UserError } from './errors.ts';

const program = new Command('unlatch')
  .description("Settles by experiment what really jams go and gopls, and keeps Go's caches clean and small.")
  .version(packageVersion())
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
];
for (const command of commands) {
  command.copyInheritedSettings(program);
  program.addCommand(command);
}
for (const command of [program, ...program.commands]) {
  const called = command === program ? 'unlatch' : `unlatch ${command.name()}`;
  command.exitOverride().showHelpAfterError(`(${called} --help shows what there is)`);
}

for (const stream of [process.stdout, process.stderr]) stream.on('error', onStreamError);
process.on('uncaughtException', (error) => process.exit(statusOf(error)));
program.parseAsync().catch((error: unknown) => {
  process.exitCode = statusOf(error);
});

/**
 * Whoever read our output has gone, as `| head` does: the verdicts, the report files and the exit status are still worth
 * their work, so it goes on without a word.
 */
function onStreamError(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') return;
  process.exit(statusOf(new UserError('the output cannot be written; look at where it is sent', { cause: error })));
}

/** Says what went wrong, once, on stderr. */
function statusOf(error: unknown): number {
  // commander has said it already; its help and version end this way too.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitStatus.expected : exitStatus.usage;
  if (error instanceof UserError || error instanceof HarnessError) {
    process.stderr.write(`unlatch: ${messageOf(error)}\n`);
    return error instanceof UserError ? exitStatus.usage : exitStatus.inconclusive;
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`unlatch: this is a bug in unlatch; please report it with what follows\n${stack}\n`);
  return exitStatus.bug;
}

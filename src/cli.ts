#!/usr/bin/env node
/** The command line: one file per command under cli/, and here the way from an error to an exit status. */
import { Command, CommanderError } from 'commander';
import { checkCommand } from './cli/check.ts';
import { listCommand } from './cli/list.ts';
import { packageVersion } from './cli/package-version.ts';
import { provisionCommand } from './cli/provision.ts';
import { runCommand } from './cli/run.ts';
import { exitStatus, HarnessError, messageOf, UserError } from './errors.ts';

const program = new Command('unlatch')
  .description("Settles by experiment what really jams go and gopls, and keeps Go's caches clean and small.")
  .version(packageVersion())
  .showHelpAfterError('(unlatch --help shows what there is)');
for (const command of [runCommand(), listCommand(), checkCommand(), provisionCommand()]) {
  command.copyInheritedSettings(program);
  program.addCommand(command);
}
for (const command of [program, ...program.commands]) command.exitOverride();

program.parseAsync().catch((error: unknown) => {
  process.exitCode = statusOf(error);
});

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

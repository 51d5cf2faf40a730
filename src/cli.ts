#!/usr/bin/env node
/** The command line. Each command has a folder under cli/; this file maps errors to exit statuses. */
import { CommanderError } from 'commander';
import { theProgram } from './cli/program.ts';
import { systemRefusal } from './cli/system-refusal.ts';
import { EnvironmentError, exitStatus, messageOf, UserError } from './errors.ts';

for (const stream of [process.stdout, process.stderr]) stream.on('error', onStreamError);
process.on('uncaughtException', (error) => process.exit(statusOf(error)));
theProgram()
  .parseAsync()
  .catch((error: unknown) => {
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

import { EnvironmentError, messageOf, UserError } from '../errors.ts';

/** The message for an error that ended a step. Only a bug in unlatch gets a stack trace. */
export function describeFailure(error: unknown): string {
  if (error instanceof UserError || error instanceof EnvironmentError) return messageOf(error);
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `this is a bug in unlatch; please report it with the stack below\n${stack}`;
}
